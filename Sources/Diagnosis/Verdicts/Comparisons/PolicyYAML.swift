import Evidence
import JSONText
import WireText

/// The statements of a policy as CloudFormation and SAM write it: `- Effect: Allow`, `Action:` and `Resource:` with a list or a value.
///
/// Read line by line, as far as the statement goes; what a function such as `!Sub` puts in stays as it is written.
enum PolicyYAML {
    static func statements(in lines: [PastedLine]) -> [PastedPolicy.Statement] {
        guard lines.contains(where: { $0.text.contains("Effect:") }) else { return [] }
        var found: [PastedPolicy.Statement] = []
        var open: Draft?
        for line in lines {
            let text = line.text.trimmedWhitespace()
            let isNew =
                text.hasPrefix("- ") && ["Effect:", "Action:", "Sid:"].contains { text.dropFirst(2).hasPrefix($0) }
            if isNew {
                found += [open?.statement].compactMap(\.self)
                open = Draft(line: line)
            } else if open == nil, text.hasPrefix("Effect:") {
                open = Draft(line: line)
            }
            open?.read(isNew ? text.dropFirst(2) : text[...], line)
        }
        return found + [open?.statement].compactMap(\.self)
    }

    private struct Draft {
        var line: PastedLine
        var effect = ""
        var actions: [String] = []
        var resources: [String] = []
        private var list: WritableKeyPath<Draft, [String]>?

        init(line: PastedLine) { self.line = line }

        mutating func read(_ text: Substring, _ line: PastedLine) {
            if text.hasPrefix("- "), let list {
                self[keyPath: list].append(Self.value(text.dropFirst(2)))
                return
            }
            list = nil
            guard let colon = text.firstRange(of: ":") else { return }
            let value = Self.value(text[colon.upperBound...])
            switch text[..<colon.lowerBound] {
            case "Effect": effect = value
            case "Action":
                self.line = line
                if value.isEmpty { list = \.actions } else { actions += Self.values(value) }
            case "Resource": if value.isEmpty { list = \.resources } else { resources += Self.values(value) }
            default: break
            }
        }

        var statement: PastedPolicy.Statement? {
            guard !effect.isEmpty, !actions.isEmpty, !resources.isEmpty else { return nil }
            return PastedPolicy.Statement(allows: effect == "Allow", actions: actions, resources: resources, line: line)
        }

        /// Without quotes and the tag of a function.
        private static func value(_ text: Substring) -> String {
            let bare = text.trimmedWhitespace()
            let untagged = bare.hasPrefix("!") ? bare.drop { $0 != " " }.drop { $0 == " " } : bare[...]
            return String(untagged.trimmed(of: "\"'"))
        }

        /// `[a, b]` and a single value.
        private static func values(_ text: String) -> [String] {
            guard text.hasPrefix("[") else { return [text] }
            return text.trimmed(of: "[]").split(separator: ",").map { value($0) }.filter { !$0.isEmpty }
        }
    }
}
