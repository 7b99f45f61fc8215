public import SigV4
public import WireText

/// A request with what shows who sends it.
///
/// Printing it shows no secret.
public struct AuthorizedRequest: Sendable {
    /// The target as it is sent.
    public let target: [UInt8]
    /// The header fields as they are sent.
    public let headers: [HeaderField]
    /// Every intermediate of the signature; nil where a bearer token stands in its place.
    public let stages: SigningStages?

    init(_ signed: SignedRequest) {
        target = signed.target
        headers = signed.headers
        stages = signed.stages
    }

    /// A request that brings an API key.
    init(_ request: SignableRequest, bearing key: BedrockAPIKey) {
        target = request.target
        headers =
            request.headers + [
                HeaderField(name: "Authorization", bytes: Array("Bearer ".utf8) + key.secret.exposedBytes)
            ]
        stages = nil
    }
}

extension AuthorizedRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The path and the headers, credentials masked.
    public var description: String {
        let path = target.prefix { $0 != UInt8(ascii: "?") }
        return ([String(decoding: path, as: UTF8.self)] + headers.map(\.description)).joined(separator: "\n")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["request": description], displayStyle: .struct) }
}
