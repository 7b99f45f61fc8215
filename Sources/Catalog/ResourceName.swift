import JSONText
import WireText

/// An Amazon Resource Name, cut into its parts.
package struct ResourceName: Sendable, Hashable {
    /// The whole ARN, as it stood in the text.
    package let text: String
    package let partition: String
    package let service: String
    /// Empty in ARNs of global resources, and of what a `global.` profile calls.
    package let region: String
    /// Empty in ARNs of foundation models, which belong to nobody's account.
    package let account: String
    package let resource: String

    /// Reads an ARN of at least five parts; a cut-off resource is taken as far as it goes.
    package init?(_ text: some StringProtocol) {
        let parts = Self.parts(of: Substring(text))
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws") else { return nil }
        self.text = String(text)
        partition = String(parts[1])
        service = String(parts[2])
        region = String(parts[3])
        account = String(parts[4])
        resource = String(parts[5])
    }

    /// The model id of a foundation model's ARN, or the profile id of an inference profile's.
    package var bedrockID: String? {
        guard service == "bedrock", let slash = resource.firstIndex(of: "/") else { return nil }
        return String(resource[resource.index(after: slash)...])
    }

    /// Every ARN in a text, in order.
    package static func all(in text: String) -> [ResourceName] {
        var names: [ResourceName] = []
        for chunk in ValueStandIn.chunks(of: text) {
            guard let start = chunk.firstRange(of: "arn:") else { continue }
            // Wrappers glue the word before it on: `resource:arn:aws:…`.
            if let name = ResourceName(chunk[start.lowerBound...].prefix(2_048).trimmed(of: ".:")) {
                names.append(name)
            }
            if names.count == 32 { break }
        }
        return names
    }

    /// The parts between colons, six at most; those inside a stand-in (`${AWS::AccountId}`) part nothing.
    private static func parts(of text: Substring) -> [Substring] {
        guard text.contains(where: { "{<[".contains($0) }) else {
            return text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        }
        var parts: [Substring] = []
        var (start, depth) = (text.startIndex, 0)
        for place in text.indices where parts.count < 5 {
            let character = text[place]
            if "{<[".contains(character) { depth += 1 }
            if "}>]".contains(character) { depth = max(0, depth - 1) }
            guard character == ":", depth == 0 else { continue }
            parts.append(text[start..<place])
            start = text.index(after: place)
        }
        return parts + [text[start...]]
    }
}
