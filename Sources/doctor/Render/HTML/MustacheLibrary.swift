/// Templates that call each other, in the part of Mustache (mustache(5)) that our pages use: variables, escaped for HTML
/// unless they stand in three braces, sections, inverted sections, and partials.
///
/// Mustache's package imports all of Foundation, and with it ICU's 34 MB, for the same.
struct MustacheLibrary {
    /// A template that does not hold together.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let templates: [String: [MustachePart]]

    /// Reads templates, by the names under which they call each other.
    ///
    /// - Throws: ``Fault`` for a tag that does not end, a section that is not closed or not opened, or a partial that no
    ///   template has the name of.
    init(templates texts: [String: String]) throws(Fault) {
        var templates: [String: [MustachePart]] = [:]
        for (name, text) in texts {
            var reader = MustacheReader(text, names: Set(texts.keys))
            templates[name] = try reader.template()
        }
        self.templates = templates
    }

    /// A template with the values of a dictionary in their places; nil if there is no such template.
    ///
    /// A name is looked up from the innermost section outwards, with a point before it in the innermost only; what has no
    /// value leaves nothing. A section is left out for false, nothing and an empty list, repeated for a list, and else
    /// written once, with its value at hand as `.`.
    func render(_ value: [String: Any], withTemplate name: String) -> String? {
        guard let parts = templates[name] else { return nil }
        var page = ""
        write(parts, [value], to: &page)
        return page
    }

    private func write(_ parts: [MustachePart], _ values: [Any], to page: inout String) {
        for part in parts {
            switch part {
            case .text(let text): page += text
            case .variable(let name): page += Self.find(name, values).map { Self.escaped("\($0)") } ?? ""
            case .raw(let name): page += Self.find(name, values).map { "\($0)" } ?? ""
            case .partial(let name): write(templates[name] ?? [], values, to: &page)
            case .section(let name, let inner):
                guard let value = Self.find(name, values), value as? Bool != false else { continue }
                if let list = value as? [Any] {
                    for element in list { write(inner, values + [element], to: &page) }
                } else {
                    write(inner, value is Bool ? values : values + [value], to: &page)
                }
            case .inverted(let name, let inner):
                let value = Self.find(name, values)
                if value == nil || value as? Bool == false || (value as? [Any])?.isEmpty == true {
                    write(inner, values, to: &page)
                }
            }
        }
    }

    private static func find(_ name: String, _ values: [Any]) -> Any? {
        if name == "." { return values.last }
        if name.first == "." { return (values.last as? [String: Any])?[String(name.dropFirst())] }
        for case let members as [String: Any] in values.reversed() {
            if let value = members[name] { return value }
        }
        return nil
    }

    /// The text with everything that HTML reads as markup, in an element or a quoted attribute, as a reference.
    ///
    /// It works on Unicode scalars: a quote that a modifier follows, or an angle bracket behind a prepended letter, is one
    /// character with it, and would go into the page as markup.
    static func escaped(_ text: String) -> String {
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
