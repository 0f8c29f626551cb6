<?php
// usage: tcpdf_page.php PAGE.json FONTS SECONDS OUT.pdf: documents for a second of processor time.
error_reporting(E_ERROR);
foreach (['/usr/share/php/tcpdf/tcpdf.php', '/usr/share/tcpdf/tcpdf.php'] as $library) if (file_exists($library)) { require_once $library; break; }
$page = json_decode(file_get_contents($argv[1]), true);
$folder = dirname($argv[4]) . '/';
$names = [];
foreach ($page['fonts'] as $font) $names[$font] = TCPDF_FONTS::addTTFfont("$argv[2]/$font.ttf", 'TrueTypeUnicode', '', 32, $folder);

function processor() {
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

function render($page, $names, $folder) {
    $pdf = new TCPDF('L', 'pt', [$page['width'], $page['height']]);
    $pdf->setPrintHeader(false);
    $pdf->setPrintFooter(false);
    $pdf->SetAutoPageBreak(false);
    // Our fonts are cut down already, and TCPDF spoils them when it cuts again.
    $pdf->setFontSubsetting(false);
    $pdf->AddPage();
    $pdf->Rect(20, 20, $page['width'] - 40, $page['height'] - 40);
    foreach ($page['texts'] as $piece) {
        $pdf->SetFont($names[$piece['font']], '', $piece['size'], $folder . $names[$piece['font']] . '.php');
        [$r, $g, $b] = sscanf($piece['color'], '#%02x%02x%02x');
        $pdf->SetTextColor($r, $g, $b);
        $pdf->Text($piece['x'], $page['height'] - $piece['y'] - $piece['size'], $piece['text']);
    }
    foreach ($page['codes'] as $code) $pdf->write2DBarcode($code['text'], 'QRCODE,' . $code['level'], $code['x'], $page['height'] - $code['y'] - $code['side'], $code['side'], $code['side']);
    return $pdf->Output('', 'S');
}

$pdf = render($page, $names, $folder);
file_put_contents($argv[4], $pdf);
$count = 0;
$begin = microtime(true);
$used = processor();
while (microtime(true) - $begin < (float) $argv[3]) { render($page, $names, $folder); $count++; }
printf("%.1f %d\n", $count / (processor() - $used), strlen($pdf));
