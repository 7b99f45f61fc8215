import Codes
import Evidence
import Report
import WireText

/// An operation that a client was asked for where no version of it has that: `aws bedrock converse`, `'Bedrock' object has no
/// attribute 'invoke_model'`.
///
/// The same words come from a client that is too old; which service was asked tells the two apart.
struct MisplacedOperation: Sendable, Hashable {
    /// As the client writes it.
    let operation: String
    /// The service that has it, by its endpoint's name, which is the AWS CLI's and boto3's name for it, too.
    let home: String
    /// The service that was asked, where that is shown.
    let asked: String?
    /// Whether the class of the client's object names that service.
    let isOfClass: Bool

    init?(_ text: String, surroundings: String) {
        let words = String(text.prefix(16_384))
        if let named = Self.attribute(in: words) {
            operation = named.operation
            asked = named.service
            isOfClass = true
        } else if let choice = Self.choice(in: words) {
            operation = choice
            asked = Self.command(choice, in: words + "\n" + surroundings.prefix(16_384)) ?? Self.listed(in: words)
            isOfClass = false
        } else {
            return nil
        }
        guard let home = OperationHome.service(of: operation), home != asked else { return nil }
        self.home = home
    }

    /// The cause; where the service that was asked is not shown, an old client is the other reading.
    var causes: [CauseCandidate] {
        if asked != nil { return [CauseCandidate(.wrongEndpoint, isOfClass ? .certain : .likely)] }
        let two = [CauseCandidate(.wrongEndpoint, .possible), CauseCandidate(.clientTooOld, .possible)]
        return home == "bedrock-runtime" ? two.reversed() : two
    }

    /// boto3: `'Bedrock' object has no attribute 'converse'`, the class named after the service's id.
    private static func attribute(in text: String) -> (operation: String, service: String)? {
        guard let mark = text.firstRange(of: "' object has no attribute '") else { return nil }
        let name = text[..<mark.lowerBound].reversed().prefix { $0.isLetter || $0.isNumber }.reversed()
        let services = [
            "bedrock": "bedrock", "bedrockruntime": "bedrock-runtime", "agentsforbedrock": "bedrock-agent",
            "agentsforbedrockruntime": "bedrock-agent-runtime", "bedrockagent": "bedrock-agent",
            "bedrockagentruntime": "bedrock-agent-runtime",
            "bedrockagentcorecontrol": "bedrock-agentcore-control", "bedrockagentcore": "bedrock-agentcore",
        ]
        guard let service = services[String(name).lowercased()] else { return nil }
        return (String(text[mark.upperBound...].prefix { $0 != "'" }), service)
    }

    /// The AWS CLI: `Invalid choice: 'converse'`, `Found invalid choice 'create-agent-runtime'`, `invalid choice: "converse"`.
    private static func choice(in text: String) -> String? {
        for mark in text.ranges(of: "nvalid choice") {
            let rest = text[mark.upperBound...].prefix(80).drop { ":= ".contains($0) }
            guard let quote = rest.first, quote == "'" || quote == "\"" else { continue }
            let name = rest.dropFirst().prefix { $0 != quote }
            if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) { return String(name) }
        }
        return nil
    }

    /// The service in `aws [--region X] bedrock converse ...`.
    private static func command(_ operation: String, in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: { $0.isWhitespace || $0 == "'" || $0 == "\"" || $0 == "`" })
            guard let place = words.firstIndex(where: { $0 == operation }), place > 0, words[..<place].contains("aws")
            else { continue }
            if let service = words[..<place].last(where: { $0.hasPrefix("bedrock") }) { return String(service) }
        }
        return nil
    }

    /// The service whose operations are listed as the valid choices.
    private static func listed(in text: String) -> String? {
        guard text.contains("valid choices") else { return nil }
        let marks = [
            ("list-foundation-models", "bedrock"), ("invoke-model-with-response-stream", "bedrock-runtime"),
            ("prepare-agent", "bedrock-agent"), ("retrieve-and-generate", "bedrock-agent-runtime"),
        ]
        return marks.first { text.contains($0.0) }?.1
    }
}
