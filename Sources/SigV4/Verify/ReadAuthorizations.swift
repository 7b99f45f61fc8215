import Synchronization
import WireText

/// What `Authorization` headers said that came before, up to their signatures.
///
/// A client sends the same key, scope and list of signed headers with each request for a day; only the digits at the end
/// differ. To read the header takes as long as to hash a small request, to compare it a tenth of that. The last few are
/// kept: none of it is a secret, and a client that sends others is read as before.
final class ReadAuthorizations: Sendable {
    /// What a header says before its signature.
    struct Claim: Sendable {
        let credential: [String]
        let signedHeaders: HeaderNames
    }

    private struct State {
        var known: [(beginning: [UInt8], claim: Claim)] = []
        var next = 0
    }

    private static let capacity = 8
    private let state = Mutex(State())

    /// Where the signature begins in a header that ends in one, with its label before it.
    ///
    /// Nothing but digits follows the place, and a comma stands before the label, as between all parts: so what stands
    /// before the place can be read by itself, and the digits are the signature whatever they are.
    static func signatureStart(_ header: Span<UInt8>) -> Int? {
        let start = header.count - 64
        let labelStart = start - 10
        // `Signature=`, the first eight letters at once.
        guard labelStart > 0, header.fullWord(from: labelStart) == 0x5369_676E_6174_7572,
            header[labelStart + 8] == UInt8(ascii: "e"), header[labelStart + 9] == UInt8(ascii: "=")
        else { return nil }
        guard header.extracting(start...).isMade(of: { $0.hexadecimalDigits }) else { return nil }
        var before = labelStart - 1
        while before > 0, header[before].isWhitespace { before -= 1 }
        return header[before] == UInt8(ascii: ",") ? start : nil
    }

    /// What a header with this beginning said before.
    func claim(_ header: Span<UInt8>, before signature: Int) -> Claim? {
        state.withLock { state in
            for entry in state.known where Self.begins(header, with: entry.beginning.span, signature) {
                return entry.claim
            }
            return nil
        }
    }

    /// Keeps what a header says, in place of what was kept longest.
    func keep(_ claim: Claim, of header: [UInt8], before signature: Int) {
        state.withLock { state in
            let entry = (beginning: Array(header[..<signature]), claim: claim)
            if state.known.count < Self.capacity {
                state.known.append(entry)
            } else {
                state.known[state.next] = entry
                state.next = (state.next + 1) % Self.capacity
            }
        }
    }

    /// Without a branch for each byte, so that the compiler takes many at a time.
    private static func begins(_ header: Span<UInt8>, with beginning: Span<UInt8>, _ count: Int) -> Bool {
        guard beginning.count == count else { return false }
        let start = header.extracting(first: count)
        var difference: UInt8 = 0
        for index in beginning.indices { difference |= start[index] ^ beginning[index] }
        return difference == 0
    }
}
