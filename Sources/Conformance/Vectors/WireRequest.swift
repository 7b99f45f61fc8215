import SigV4
package import WireText

/// A request as a case describes it: what goes over the wire, body included.
package struct WireRequest: Sendable, Hashable {
    package var method: String
    /// Path and query exactly as in the request line.
    package var target: [UInt8]
    package var headers: [HeaderField]
    package var body: [UInt8]

    /// The request with the given treatment of its body.
    func signable(_ payload: PayloadTreatment = .hashed) -> SignableRequest {
        let payload: Payload =
            switch payload {
            case .hashed: body.isEmpty ? .empty : .bytes(body)
            case .unsigned: .unsigned
            case .literal(let line): .hash(line)
            }
        return SignableRequest(method: method, targetBytes: target, headers: headers, payload: payload)
    }
}

/// What stands in the last line of the canonical request.
package enum PayloadTreatment: Sendable, Hashable {
    /// The hash of the body.
    case hashed
    /// `UNSIGNED-PAYLOAD`.
    case unsigned
    /// This text, as it is.
    case literal(String)
}
