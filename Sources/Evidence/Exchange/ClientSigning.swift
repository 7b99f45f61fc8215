/// What a client says it signed.
package struct ClientSigning: Sendable, Hashable {
    package var canonicalRequest: [UInt8]?
    package var stringToSign: [UInt8]?

    /// The canonical request that somebody says the service expected, without the service's own sentence around it.
    package var expectedRequest: [UInt8]?

    /// 64 hexadecimal digits.
    package var signature: String?

    package init(canonicalRequest: [UInt8]? = nil, stringToSign: [UInt8]? = nil, signature: String? = nil) {
        self.canonicalRequest = canonicalRequest
        self.stringToSign = stringToSign
        self.signature = signature
    }

    package var isEmpty: Bool {
        canonicalRequest == nil && stringToSign == nil && expectedRequest == nil && signature == nil
    }
}
