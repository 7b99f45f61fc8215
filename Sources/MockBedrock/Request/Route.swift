import Recordings
import WireText

/// The operation that a request names, read from the end of its path.
///
/// Reading from the end lets a path prefix stand in front, as behind a gateway (`/bedrock/model/ID/converse`).
/// A model id is one segment: a slash sent raw inside an ARN makes the path that of no operation, as at the service.
enum Route: Sendable, Hashable {
    /// An operation of `bedrock-runtime` on one model.
    enum ModelOperation: String, Sendable, Hashable, CaseIterable {
        case converse
        case converseStream = "converse-stream"
        case countTokens = "count-tokens"
        case invoke
        case invokeWithResponseStream = "invoke-with-response-stream"
    }

    case model(id: String, operation: ModelOperation)
    case foundationModels
    case foundationModel(id: String)
    case inferenceProfiles
    case inferenceProfile(id: String)
    case availability(modelID: String)
    case unknown

    init(method: String, target: RequestTarget) {
        let segments = Self.segments(target.path)
        guard let last = segments.last else {
            self = .unknown
            return
        }
        let second = segments.dropLast().last.map { String(decoding: $0, as: UTF8.self) }
        let third = segments.dropLast(2).last.map { String(decoding: $0, as: UTF8.self) }
        let name = String(decoding: last, as: UTF8.self)
        switch method {
        case "POST":
            if third == "model", let operation = ModelOperation(rawValue: name), let id = segments.dropLast().last {
                self = .model(id: PercentCoding.decodedText(id.span), operation: operation)
            } else {
                self = .unknown
            }
        case "GET", "HEAD":
            switch (second, name) {
            case ("foundation-models", _): self = .foundationModel(id: PercentCoding.decodedText(last.span))
            case ("inference-profiles", _): self = .inferenceProfile(id: PercentCoding.decodedText(last.span))
            case ("foundation-model-availability", _):
                self = .availability(modelID: PercentCoding.decodedText(last.span))
            case (_, "foundation-models"): self = .foundationModels
            case (_, "inference-profiles"): self = .inferenceProfiles
            default: self = .unknown
            }
        default:
            self = .unknown
        }
    }

    /// The segments of a path, normalised as in its canonical form: without empty ones and dot segments.
    static func segments(_ path: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let dot = UInt8(ascii: ".")
        var segments: [ArraySlice<UInt8>] = []
        for segment in path.split(separator: UInt8(ascii: "/")) {
            if segment.elementsEqual(CollectionOfOne(dot)) { continue }
            if segment.elementsEqual([dot, dot]) {
                _ = segments.popLast()
            } else {
                segments.append(segment)
            }
        }
        return segments
    }

    /// The operation's name in the API; nil for a path of none.
    var operationName: String? {
        switch self {
        case .model(_, .converse): "Converse"
        case .model(_, .converseStream): "ConverseStream"
        case .model(_, .countTokens): "CountTokens"
        case .model(_, .invoke): "InvokeModel"
        case .model(_, .invokeWithResponseStream): "InvokeModelWithResponseStream"
        case .foundationModels: "ListFoundationModels"
        case .foundationModel: "GetFoundationModel"
        case .inferenceProfiles: "ListInferenceProfiles"
        case .inferenceProfile: "GetInferenceProfile"
        case .availability: "GetFoundationModelAvailability"
        case .unknown: nil
        }
    }

    /// The model or profile that the path names.
    var modelID: String? {
        switch self {
        case .model(let id, _), .foundationModel(let id), .inferenceProfile(let id), .availability(let id): id
        case .foundationModels, .inferenceProfiles, .unknown: nil
        }
    }
}
