using System.Globalization;
using System.Text;

namespace Lms.Certificates.Pdf.Writing;

/// <summary>
/// What the page says to those who do not see it: headings, paragraphs, figures, in reading order (ISO 32000-1, 14.7 and 14.8;
/// asked for by PDF/A level A). Each element is an object; pieces of the page belong to it by number (marked content).
/// </summary>
internal sealed class StructureTree
{
    private readonly PdfFile pdf;
    private readonly int root, document;
    private readonly List<int> roots = [];
    /// <summary>The parent tree: a page has the elements of its pieces in order, an annotation has its one element.</summary>
    private readonly List<string> parents = [];

    public StructureTree(PdfFile pdf)
    {
        this.pdf = pdf;
        root = pdf.Reserve();
        document = pdf.Reserve();
    }

    /// <summary>One page's elements.</summary>
    public PageStructure Page(int page)
    {
        parents.Add("");
        return new PageStructure(this, page, parents.Count - 1);
    }

    /// <returns>The number of the tree's root.</returns>
    public int Finish()
    {
        pdf.Write(document, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{References(roots)}] >>");
        var nums = string.Concat(parents.Index().Select(p => $"{p.Index.ToString(CultureInfo.InvariantCulture)} {p.Item} "));
        pdf.Write(root, $"<< /Type /StructTreeRoot /K {document} 0 R /ParentTree << /Nums [{nums}] >> /ParentTreeNextKey {parents.Count} >>");
        return root;
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(n => $"{n.ToString(CultureInfo.InvariantCulture)} 0 R"));

    internal sealed class PageStructure(StructureTree tree, int page, int key)
    {
        private readonly List<int> owners = [];
        private readonly Stack<Element> open = [];

        /// <summary>What the page's dictionary names as its entry in the parent tree.</summary>
        public int Key => key;

        /// <param name="attributes">/Lang, /Alt, /ActualText, /A as they are to stand in the element.</param>
        public void Begin(string tag, string attributes = "") => open.Push(new Element(tree.pdf.Reserve(), tag, attributes));

        public void End()
        {
            var element = open.Pop();
            var parent = tree.document;
            if (open.TryPeek(out var outer))
            {
                parent = outer.Number;
                outer.Kids.Append(CultureInfo.InvariantCulture, $"{element.Number} 0 R ");
            }
            else tree.roots.Add(element.Number);
            tree.pdf.Write(element.Number, $"<< /Type /StructElem /S /{element.Tag} /P {parent} 0 R /Pg {page} 0 R {element.Attributes} /K [{element.Kids}] >>");
        }

        /// <returns>The number that marks a piece of the page's content as the open element's.</returns>
        public int Mark()
        {
            var element = open.Peek();
            owners.Add(element.Number);
            element.Kids.Append(CultureInfo.InvariantCulture, $"{owners.Count - 1} ");
            return owners.Count - 1;
        }

        /// <summary>Makes an annotation part of the open element.</summary>
        /// <returns>Its entry in the parent tree.</returns>
        public int Own(int annotation)
        {
            var element = open.Peek();
            element.Kids.Append(CultureInfo.InvariantCulture, $"<< /Type /OBJR /Obj {annotation} 0 R >> ");
            tree.parents.Add($"{element.Number} 0 R");
            return tree.parents.Count - 1;
        }

        public void Finish() => tree.parents[key] = $"[{References(owners)}]";

        private sealed record Element(int Number, string Tag, string Attributes)
        {
            public StringBuilder Kids { get; } = new();
        }
    }
}
