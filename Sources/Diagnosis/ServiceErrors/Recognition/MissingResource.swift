import Codes
import Evidence
import Report

/// A thing that a call names and that is not there, of an operation which is not about models.
///
/// Every service says so by one type, and models, profiles and guardrails have causes of their own: the operation tells.
enum MissingResource {
    /// Operations that name a model or a guardrail.
    private static let ofModels: Set<String> = ["bedrock", "bedrock-runtime", "bedrock-mantle"]

    /// The causes, where the words name those of a model, or none.
    static func causes(_ read: ReadAnswer, _ found: [CauseCandidate]) -> [CauseCandidate]? {
        guard read.errorType.flatMap(AWSErrorType.init(named:)) == .resourceNotFound else { return nil }
        let words = WordText(read.message)
        let isOfModel = words.has("model|models|xmodel|guardrail") || words.has("inference profile")
        guard let first = found.first else {
            // Converse names nothing but a model, its profile and a guardrail.
            let home = read.operation.flatMap(OperationHome.service(of:))
            return isOfModel || home == "bedrock-runtime" ? nil : [CauseCandidate(.resourceNotFound, .likely)]
        }
        guard let home = read.operation.flatMap(OperationHome.service(of:)), !ofModels.contains(home), !isOfModel,
            case .model = ErrorCauseGroup(first.cause)
        else { return nil }
        return [CauseCandidate(.resourceNotFound, .likely)]
    }
}
