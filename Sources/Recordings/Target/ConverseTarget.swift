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
        let utf8 = target.utf8
        self.init(target: utf8.span)
    }

    /// The same of a target in bytes.
    ///
    /// It is read from its end: a server does so with each request, and a path has few segments behind `model`.
    package init?(target: Span<UInt8>) {
        let end = target.indices.first { target[$0] == UInt8(ascii: "?") || target[$0] == UInt8(ascii: "#") }
        let path = target.extracting(first: end ?? target.count)
        guard let slash = Self.lastSlash(in: path, before: path.count),
            let operation = Operation(path.extracting((slash + 1)...)),
            let id = Self.modelID(in: path.extracting(first: slash))
        else { return nil }
        self.init(modelID: id, operation: operation)
    }

    /// The id at the end of a path without its operation, behind the last segment `model`.
    private static func modelID(in path: Span<UInt8>) -> String? {
        var end = path.count
        while true {
            let slash = lastSlash(in: path, before: end)
            let segment = path.extracting((slash.map { $0 + 1 } ?? 0)..<end)
            if segment.spells("model") {
                guard end < path.count else { return nil }
                let id = path.extracting((end + 1)...)
                let text = PercentCoding.decodedText(id)
                // More than one segment is an ARN whose slash was sent raw; anything else is another path.
                let isOne = lastSlash(in: id, before: id.count) == nil
                return !text.isEmpty && (isOne || text.hasPrefix("arn:")) ? text : nil
            }
            guard let slash else { return nil }
            end = slash
        }
        return nil
    }

    private static func lastSlash(in path: Span<UInt8>, before end: Int) -> Int? {
        (0..<end).last { path[$0] == UInt8(ascii: "/") }
    }
}

extension ConverseTarget.Operation {
    /// The operation that the last segment of a path names.
    fileprivate init?(_ segment: Span<UInt8>) {
        guard let found = Self.allCases.first(where: { segment.spells($0.rawValue) }) else { return nil }
        self = found
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of a text.
    fileprivate func spells(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return count == bytes.count && indices.allSatisfy { self[$0] == bytes[$0] }
    }
}

extension ConverseTarget: CustomStringConvertible {
    /// The operation and the model: `converse-stream amazon.nova-micro-v1:0`.
    public var description: String { "\(operation.rawValue) \(modelID)" }
}
