public import SigV4
import WireText

/// What advice on an accepted request follows from: requests with equal keys get equal advice.
///
/// A client sends the same headers with each request, but for dates and signatures. Advice takes a hundred times as long to
/// find as a signature to verify; by this key it has to be found once.
public struct AdviceKey: Sendable, Hashable {
    private let bytes: [UInt8]

    /// Whether both have the same bytes, eight at a time compared.
    public static func == (left: AdviceKey, right: AdviceKey) -> Bool {
        left.bytes.span.holdsSame(as: right.bytes.span)
    }

    /// Makes the key of a request whose signature is right.
    ///
    /// - Parameters:
    ///   - request: the request as received.
    ///   - signedAt: when it was signed.
    ///   - receivedAt: the server's time when it arrived.
    /// - Returns: nil where the advice has to do with the moment, or the signature stands in an unusual place.
    public init?(_ request: SignableRequest, signedAt: SigningTime, receivedAt: SigningTime) {
        // The advice about a clock that is almost too far off names the offset.
        guard abs(receivedAt.unixSeconds - signedAt.unixSeconds) <= Self.unremarkable else { return nil }
        let count = if case .bytes(let body) = request.payload { body.count } else { 0 }
        var key: [UInt8] = []
        key.reserveCapacity(512)
        var isSigned = false
        for field in request.headers {
            key.append(contentsOf: field.name.utf8)
            key.append(0)
            switch field.name.utf8.count {
            case 13 where field.isNamed("authorization"):
                // The digits of the signature alone differ from one request to the next.
                guard !isSigned, field.value.count > Self.label.count + 64,
                    field.value.dropLast(64).suffix(Self.label.count).elementsEqual(Self.label)
                else { return nil }
                isSigned = true
                key.append(contentsOf: field.value.dropLast(64))
            case 14 where field.isNamed("content-length"):
                key.append(field.value.elementsEqual(String(count).utf8) ? 1 : 2)
            // Of all values only the client's own name matters.
            case 10 where field.isNamed("user-agent"), 16 where field.isNamed("x-amz-user-agent"):
                key.append(contentsOf: field.value)
            default: break
            }
            key.append(0)
        }
        guard isSigned else { return nil }
        bytes = key
    }

    private static let label = Array("Signature=".utf8)

    /// How many seconds off no word is lost on: less than two thirds of the five minutes that are allowed.
    private static let unremarkable: Int64 = 180
}
