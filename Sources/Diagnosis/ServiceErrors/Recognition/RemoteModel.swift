import Codes
import Evidence

/// A model that a service of AWS's called on the user's behalf, and whose words it hands on: a container in SageMaker, a model behind a
/// connector of OpenSearch.
///
/// Whatever rule such words fit, they are those of that model's own server, and no service of Bedrock's has said them.
///
/// Sources: <https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html> (ModelError),
/// <https://docs.opensearch.org/latest/ml-commons-plugin/remote-models/connectors/>.
enum RemoteModel: Sendable, Hashable {
    /// The model's container in SageMaker refused the request, or failed, with a status of its own.
    case container(isRefusal: Bool)
    /// A model behind a connector gave no words.
    case silent
    /// A model in SageMaker behind a connector said something.
    case connected

    /// `nil` where no such frame stands around what was said.
    init?(_ read: ReadAnswer, surroundings: String) {
        let text = read.whole
        if let isRefusal = Self.frame(in: text) {
            self = .container(isRefusal: isRefusal)
            return
        }
        let words = WordText(text)
        guard words.has("error from remote service") || words.has("invoke|invoking|failed remote model") else {
            return nil
        }
        let behind = text.ranges(of: "remote service").last.map { text[$0.upperBound...].prefix(60) } ?? ""
        if WordText(behind).words.starts(with: ["message", "null"]) {
            self = .silent
            return
        }
        // Which service the connector calls stands in its definition, or in the reporter's words.
        let around = (text + "\n" + surroundings).lowercased()
        guard around.contains("sagemaker"), !around.contains("bedrock") else { return nil }
        self = .connected
    }

    /// SageMaker's sentence: `Received client error (400) from primary with message "..."`.
    private static func frame(in text: String) -> Bool? {
        for (mark, isRefusal) in [("Received client error (", true), ("Received server error (", false)] {
            guard let place = text.firstRange(of: mark) else { continue }
            let rest = text[place.upperBound...].drop(while: \.isNumber)
            if rest.hasPrefix(") from ") { return isRefusal }
        }
        return text.contains("CLIENT_ERROR_FROM_MODEL") ? true : nil
    }

    /// Whether a cause is one of words that this model may have said itself; a caller who was refused, or a limit, was another's.
    static func mayHaveSaid(_ cause: FindingCode) -> Bool {
        switch ErrorCauseGroup(cause) {
        case .request, .serviceFault, .model, .unknown: true
        default: cause == .answerNotFromService
        }
    }
}
