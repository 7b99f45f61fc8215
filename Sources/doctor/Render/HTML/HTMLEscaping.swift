import Mustache

/// Escapes what stands in the page's text and between its double quotes.
///
/// It goes by Unicode scalars. The library's own escaping goes by characters, and a quote that a modifier follows, or an
/// angle bracket behind a prepended letter, is one character with it there, and would go into the page as markup.
struct HTMLEscaping: MustacheContentType {
    /// The name that the templates' pragma has.
    static let name: String = {
        MustacheContentTypes.register(HTMLEscaping(), named: "HTML-BY-SCALAR")
        return "HTML-BY-SCALAR"
    }()

    func escapeText(_ text: String) -> String {
        var escaped = ""
        escaped.unicodeScalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
