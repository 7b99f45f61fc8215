import WireText

/// The model and operation that a request's path names.
///
/// Recognised is `/model/ID/converse` and `/model/ID/converse-stream` at the end of the path, whatever stands before it: a
/// gateway's prefix, or the scheme and host of an absolute target. The query is ignored.
/// Paths: the `http` traits of Converse and ConverseStream in the Bedrock Runtime service model.
public struct ConverseTarget: Sendable, Hashable {
    /// Which of the two calls.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        /// One answer in one piece.
        case converse
        /// The answer as a stream of events.
        case converseStream = "converse-stream"
    }

    /// The model id, inference profile id or ARN, percent-decoded: `amazon.nova-micro-v1:0`.
    public let modelID: String
    /// Which of the two calls.
    public let operation: Operation

    /// A target.
    public init(modelID: String, operation: Operation) {
        self.modelID = modelID
        self.operation = operation
    }

    /// The target that a request's path and query name; nil if they name something else.
    public init?(target: String) {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = segments.last, let operation = Operation(rawValue: String(last)),
            let id = Self.modelID(in: segments.dropLast())
        else { return nil }
        self.init(modelID: id, operation: operation)
    }

    /// The id at the end of the segments, behind `model`.
    private static func modelID(in segments: ArraySlice<Substring>) -> String? {
        guard let start = segments.lastIndex(of: "model"), start + 1 < segments.endIndex else { return nil }
        let id = PercentCoding.decodedText(segments[(start + 1)...].joined(separator: "/").utf8.span)
        guard !id.isEmpty else { return nil }
        // More than one segment is an ARN whose slash was sent raw; anything else is another path.
        return segments.count - (start + 1) == 1 || id.hasPrefix("arn:") ? id : nil
    }
}

extension ConverseTarget: CustomStringConvertible {
    /// The operation and the model: `converse-stream amazon.nova-micro-v1:0`.
    public var description: String { "\(operation.rawValue) \(modelID)" }
}
