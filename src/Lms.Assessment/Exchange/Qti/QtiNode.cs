using System.Text;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>
/// One element of an item in the words of QTI 2: what 3.0 calls qti-choice-interaction with max-choices is choiceInteraction
/// with maxChoices here, so that everything behind the reader knows one vocabulary.
/// </summary>
internal sealed class QtiNode(string name, int line, IReadOnlyDictionary<string, string> attributes)
{
    private readonly List<object> content = [];

    public string Name { get; } = name;
    public int Line { get; } = line;
    public IReadOnlyDictionary<string, string> Attributes { get; } = attributes;

    /// <summary>Elements and texts (strings) in their order.</summary>
    public IReadOnlyList<object> Content => content;
    public IEnumerable<QtiNode> Elements => content.OfType<QtiNode>();
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            Append(this, text);
            return text.ToString();
        }
    }

    public void Add(object child) => content.Add(child);

    public QtiNode? Child(string name) => Elements.FirstOrDefault(e => e.Name == name);

    public IEnumerable<QtiNode> Children(string name) => Elements.Where(e => e.Name == name);

    public IEnumerable<QtiNode> Descendants()
    {
        foreach (var child in Elements)
        {
            yield return child;
            foreach (var inner in child.Descendants()) yield return inner;
        }
    }

    public bool Flag(string attribute, bool otherwise) => this[attribute] switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };

    private static void Append(QtiNode node, StringBuilder text)
    {
        foreach (var part in node.Content)
        {
            if (part is string piece) text.Append(piece);
            else if (part is QtiNode child) Append(child, text);
        }
    }
}
