import ConverseAPI
import Recordings
import WireText

/// One recorded Converse exchange under its id.
///
/// A class, because a case is handed on from list to list, and a copy would retain each of its dozen parts.
final class ReplayCase: Sendable {
    /// `<file name without extension>#<n>`, n counting the file's Converse exchanges from 0.
    let id: String
    /// What the mock calls the exchange: the id, with a number where several cases have it.
    let label: String
    let exchange: Exchange
    /// Where the exchange was read from: several files may have an id in common.
    let file: String
    let target: ConverseTarget
    /// The region in the recorded host, else the fallback: the signature needs one, and the mock serves it.
    let region: String
    /// Why the case is not replayed; `nil` when it is.
    let reasonToSkip: String?
    /// Equal requests have the same.
    let requestHash: Int

    init(id: String, label: String, file: String, exchange: Exchange, target: ConverseTarget) {
        (self.id, self.label, self.file, self.exchange, self.target) = (id, label, file, exchange, target)
        region = Self.region(of: exchange.request.host)
        reasonToSkip = Self.reasonToSkip(exchange, target)
        let request = exchange.request
        requestHash =
            RequestKey(method: request.method, target: .converse(target), body: request.body).meaningHash
    }

    private static func region(of host: String?) -> String {
        guard let labels = host?.split(separator: "."),
            let service = labels.firstIndex(where: { $0.hasPrefix("bedrock-runtime") }), service + 1 < labels.count
        else { return ResolvedRegion.fallbackName }
        return String(labels[service + 1])
    }

    /// Whether the file says more than the id.
    var isOfNamedFile: Bool { !id.hasPrefix(file + "#") }

    private static func reasonToSkip(_ exchange: Exchange, _ target: ConverseTarget) -> String? {
        if exchange.response.status < 200 {
            return "the status \(exchange.response.status) announces an answer, but it is not one"
        }
        return isStreamed(exchange, target) ? RecordedStreamCheck.reasonToSkip(exchange.response.body) : nil
    }

    /// Whether the answer is a stream of events; a refusal is not, whatever was asked for.
    var isStreamed: Bool { Self.isStreamed(exchange, target) }

    private static func isStreamed(_ exchange: Exchange, _ target: ConverseTarget) -> Bool {
        guard (200..<300).contains(exchange.response.status) else { return false }
        if case .stream = exchange.response.body { return true }
        return target.operation == .converseStream
    }

    /// Whether the recorded client sent the colon of the model id as it is.
    var modelIDForm: ModelIDForm {
        exchange.request.target.utf8.contains(UInt8(ascii: ":")) ? .rawColon : .percentEncoded
    }

    /// The path written again from the decoded model id, behind whatever the recorded path has before `/model/`.
    ///
    /// A prefix belongs to a gateway; it is kept, because it is signed.
    var path: String {
        let operation: ModelOperation = target.operation == .converse ? .converse : .converseStream
        return prefix + ModelTarget.path(modelID: target.modelID, operation: operation, form: modelIDForm)
    }

    private var prefix: String {
        let target = exchange.request.target
        let (bytes, model) = (target.utf8.span, "/model/".utf8.span)
        let end = bytes.place(of: UInt8(ascii: "?"), from: 0)
        // From the end: a path has few bytes behind the last `model`.
        for start in stride(from: end - model.count, to: 0, by: -1)
        where bytes[start] == model[0] && bytes.extracting(start..<(start + model.count)).holdsSame(as: model) {
            return String(decoding: target.utf8.prefix(start), as: UTF8.self)
        }
        return ""
    }
}
