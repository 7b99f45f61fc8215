import Catalog
import Evidence
import WireText

/// What a pattern of the service's wants, in words, where it is too long to be read or says something that it does not name.
struct KnownPattern {
    let advice: String

    /// A longer pattern is no advice.
    private static let limit = 60

    init?(_ pattern: String, _ refusal: MemberRefusal) {
        let value = refusal.found.map { " (here '\($0)')" } ?? ""
        // Titan's text models: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html>.
        if pattern.contains("|User:") {
            advice = """
                Leave that stop sequence out\(value): Amazon Titan's text models take | and User: alone in textGenerationConfig.stopSequences. A library or a prompt template of another model adds its own \
                (Human:): set its stop list (stop, stop_sequences) to an empty one.
                """
            return
        }
        if let found = refusal.found, let variant = Self.variant(of: found) {
            advice = """
                Send \(refusal.path) without ':\(variant)' at its end: \(found.dropLast(variant.count + 1)). What stands behind the version is the name of a variant for provisioned throughput, as lists of models \
                show it, and none that can be called.
                """
            return
        }
        guard pattern.count > Self.limit else { return nil }
        let kinds = Self.kinds(in: pattern)
        guard !kinds.isEmpty else { return nil }
        let region =
            pattern.contains("foundation-model")
            ? " A foundation model's ARN has no account (arn:aws:bedrock:REGION::foundation-model/ID)." : ""
        advice = """
            Send \(refusal.path) as a whole ARN of \(kinds.joined(separator: ", ")), or as an id where it takes one: the value has another form\(value). Look at its ends first (a blank, a quote, a part too many or too few), and \
            at region and account.\(region)
            """
    }

    /// `28k` at the end of a model's id or ARN.
    private static func variant(of written: String) -> String? {
        let id = written.hasPrefix("arn:") ? ResourceName(written)?.bedrockID : written
        return id.flatMap(ThroughputVariant.init)?.suffix
    }

    /// The kinds of resources whose ARNs a pattern has, by their names before a slash.
    private static func kinds(in pattern: String) -> [String] {
        let known = [
            "foundation-model", "inference-profile", "application-inference-profile", "custom-model",
            "provisioned-model", "imported-model",
            "prompt-router", "default-prompt-router", "guardrail", "knowledge-base", "agent-alias", "agent", "prompt",
            "flow", "role",
        ]
        return known.filter { pattern.contains("\($0)/") }.map { kind in
            ("aeiou".contains(kind.prefix(1)) ? "an " : "a ") + kind.replacing("-", with: " ")
        }
    }
}
