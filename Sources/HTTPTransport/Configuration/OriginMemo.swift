import NetworkTerms
import Synchronization

/// The origin that was parsed last: a client's requests go to one, and parsing it costs as much as a small answer's head.
final class OriginMemo: Sendable {
    private let last = Mutex<(text: String, origin: Origin)?>(nil)

    /// The origin that a text stands for.
    func origin(_ text: String) throws(TransportError) -> Origin {
        if let known = last.withLock({ $0?.text == text ? $0?.origin : nil }) { return known }
        let origin = try Origin(parsing: text)
        last.withLock { $0 = (text, origin) }
        return origin
    }
}
