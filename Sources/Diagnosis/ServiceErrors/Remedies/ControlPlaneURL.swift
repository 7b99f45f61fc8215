import Catalog
import Codes
import Evidence
import Report
import WireText

/// The host of Bedrock's control plane, `bedrock.REGION.amazonaws.com`, as the base URL of a client that calls models: those are at
/// `bedrock-runtime.REGION.amazonaws.com`.
///
/// Source: <https://docs.aws.amazon.com/general/latest/gr/bedrock.html>.
struct ControlPlaneURL {
    let region: String

    /// Names of settings, in small letters, in whose line or behind which the URL stands.
    private static let settings = [
        "base_url", "base url", "baseurl", "api_base", "endpoint_url", "endpointurl", "aws_endpoint", "endpoint",
        "host",
    ]

    /// What shows that models are called, and nothing is listed.
    private static let calls = ["converse", "invoke", "completion", "chat", "litellm", "messages"]

    /// `nil` where a text sets no such URL, or does not call models.
    init?(_ text: String) {
        let lower = text.prefix(32_768).lowercased()
        guard lower.contains("://bedrock."), Self.calls.contains(where: lower.contains) else { return nil }
        for line in lower.split(whereSeparator: \.isNewline) {
            guard let mark = line.firstRange(of: "://bedrock."),
                Self.settings.contains(where: line[..<mark.lowerBound].contains)
            else { continue }
            let name = line[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            guard line[name.endIndex...].hasPrefix(".amazonaws.com"), RegionCatalog.isKnown(String(name)) else {
                continue
            }
            region = String(name)
            return
        }
        return nil
    }

    /// Whether a cause is one that such a URL explains: an operation that the host does not have, or an answer of another form.
    static func mayBehind(_ cause: FindingCode) -> Bool {
        [.wrongEndpoint, .answerUnreadable, .programFailed, .answerNotFromService].contains(cause)
    }
}

extension FailedCall {
    /// What to do about the control plane's host as the base URL of calls of models.
    var controlPlaneURL: Remedy? {
        guard let url = ControlPlaneURL(answer.surroundings + "\n" + text) else { return nil }
        if let operation = scene.operation?.value, OperationHome.service(of: operation) == "bedrock" { return nil }
        return Remedy(
            """
            Take the base URL out, so that the client builds it from the region, or write https://bedrock-runtime.\(url.region).amazonaws.com: what is set, https://bedrock.\(url.region).amazonaws.com, is the control plane, which lists models and calls \
            none; its answer has no member of a model's answer ('output'). The same in the settings that the program stores.
            """
        ).about(.instruction)
    }
}
