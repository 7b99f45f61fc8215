import Evidence
import JSONText
import Report
import WireText

/// A client that asks another provider than was meant, or looks for credentials in two variables alone.
///
/// Source: <https://docs.litellm.ai/docs/providers/anthropic>.
extension ReportedSource {
    /// A reporter who wants the maker's own API, and whose program calls Bedrock for the name of the model.
    var unwanted: [Remedy]? {
        let words = WordText(call.answer.surroundings)
        let isWanted =
            words.has("select|selected|choose|chose|configured anthropic provider|model")
            || words.has("anthropic directly|direct") || lower.contains("anthropic_api_key")
        let isSurprised =
            words.has("seems|tries|trying use|call|go|using bedrock")
            || words.has("dont|not want|need|use|using bedrock")
            || words.has("bedrock instead anthropic") || words.has("why bedrock")
        let isOfAWS = ["claude_code_use_bedrock", "aws_profile", "aws_access_key_id="].contains(where: lower.contains)
        guard isWanted, isSurprised, !isOfAWS else { return nil }
        let id = bareModel
        let tail = id.map { $0.dropFirst("anthropic.".count).prefix { $0 != ":" } }
        let own = tail.map { $0.hasSuffix("-v1") || $0.hasSuffix("-v2") ? $0.dropLast(3) : $0 } ?? "claude-NAME"
        let name =
            id.map { "\($0) is an id" }
            ?? "a name that begins with anthropic.claude- (a dot), or with bedrock/, is an id"
        return [
            Remedy(
                """
                Name the model as Anthropic does (anthropic/\(own) in LiteLLM and what is made with it, \(own) elsewhere), and give ANTHROPIC_API_KEY: \(name) of Bedrock's, by which the program chooses Bedrock, whatever provider is selected. \
                See the name in its settings; one from a list of its own that does so is its fault: update it, or write the name by hand. No keys of AWS's are needed then.
                """
            ).about(.instruction)
        ]
    }

    /// An id of Bedrock's without prefix for a model of Anthropic's that the text names.
    private var bareModel: String? {
        let pieces = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0))) }
        let found = pieces.first { $0.hasPrefix("anthropic.claude-") && $0.utf8.count > 20 }
        return found.map { PrintableText.escaped(String($0.trimmed(of: ".:")), limit: 80) }
    }

    /// A client that says itself that it looks at two variables only, where a role is there to be taken.
    var withoutChain: [Remedy]? {
        guard
            lower.contains("aws sigv4 authentication requires aws credentials")
                || lower.contains("access key id setting is missing")
        else { return nil }
        let words = WordText(call.answer.surroundings)
        let isRole =
            ["irsa", "pod identity", "instance profile", "task role", "execution role"].contains(where: lower.contains)
            || words.has("role credentials|permissions available|works|valid|attached")
        guard isRole else { return nil }
        let release =
            call.scene.client == nil ? "update the application that has it" : "update \(program)"
        return [
            Remedy(
                """
                Hand the provider a chain: credentialProvider: fromNodeProviderChain() (of @aws-sdk/credential-providers) in createAmazonBedrock. AI SDK's provider for Bedrock does not walk AWS's chain by itself, it looks at its own parameters and at \
                AWS_ACCESS_KEY_ID and the like, as its sentence says, so the role, its annotation and its policy are not the matter. In a program that is not yours: \(release); until it does so, give it a Bedrock API key (AWS_BEARER_TOKEN_BEDROCK, or its own setting) or keys with \
                their session token.
                """
            ).about(.instruction)
        ]
    }
}
