/// An element to be written as XML 1.0: attributes, then text or children.
struct XMLElement {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var text = ""
    var children: [XMLElement] = []

    /// The document with this element as its root, indented; the text of an element stays as it is.
    func document() -> String {
        var document = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        write(to: &document, indent: "")
        return document
    }

    private func write(to document: inout String, indent: String) {
        document += indent + "<" + name
        for attribute in attributes {
            document += " \(attribute.name)=\"" + Self.escaped(attribute.value, in: .attribute) + "\""
        }
        if text.isEmpty, children.isEmpty {
            document += "/>\n"
            return
        }
        document += ">"
        if children.isEmpty {
            document += Self.escaped(text, in: .text)
        } else {
            document += "\n"
            for child in children { child.write(to: &document, indent: indent + "    ") }
            document += indent
        }
        document += "</\(name)>\n"
    }

    private enum Place {
        case attribute, text
    }

    /// The text with what XML reads as markup replaced by references, and what XML 1.0 has no form for (section 2.2)
    /// by U+FFFD.
    ///
    /// A reader turns a tab or line break of an attribute into a space, and a carriage return of a text into a line
    /// feed (sections 3.3.3 and 2.11), unless it is a reference.
    private static func escaped(_ text: String, in place: Place) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            // Not only for symmetry: `]]>` may not stand in a text.
            case ">": escaped += "&gt;"
            case "\"" where place == .attribute: escaped += "&quot;"
            case "\n" where place == .attribute: escaped += "&#10;"
            case "\t" where place == .attribute: escaped += "&#9;"
            case "\r": escaped += "&#13;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
