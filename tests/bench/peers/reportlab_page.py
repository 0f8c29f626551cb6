"""usage: reportlab_page.py PAGE.json FONTS SECONDS OUT.pdf: documents for a second of processor time."""
import io
import json
import sys
import time

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

page = json.load(open(sys.argv[1], encoding="utf-8"))
for name in page["fonts"]:
    pdfmetrics.registerFont(TTFont(name, f"{sys.argv[2]}/{name}.ttf"))


def render():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(page["width"], page["height"]))
    canvas.rect(20, 20, page["width"] - 40, page["height"] - 40)
    for piece in page["texts"]:
        canvas.setFont(piece["font"], piece["size"])
        canvas.setFillColor(HexColor(piece["color"]))
        canvas.drawString(piece["x"], piece["y"], piece["text"])
    for code in page["codes"]:
        widget = QrCodeWidget(code["text"], barLevel=code["level"], barWidth=code["side"], barHeight=code["side"], barBorder=0)
        drawing = Drawing(code["side"], code["side"])
        drawing.add(widget)
        renderPDF.draw(drawing, canvas, code["x"], code["y"])
    canvas.save()
    return out.getvalue()


pdf = render()
open(sys.argv[4], "wb").write(pdf)
count, begin, used = 0, time.perf_counter(), time.process_time()
while time.perf_counter() - begin < float(sys.argv[3]):
    render()
    count += 1
print(f"{count / (time.process_time() - used):.1f} {len(pdf)}")
