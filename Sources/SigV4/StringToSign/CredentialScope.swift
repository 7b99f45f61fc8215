/// A credential scope: the date, region and service that a signing key is good for.
public struct CredentialScope: Sendable, Hashable {
    let dateStamp: DateStamp
    /// The region, for example `us-east-1`.
    public let region: String
    /// The service's signing name, for example `bedrock`.
    public let service: String

    /// The word that ends every scope.
    public static let terminator = "aws4_request"

    /// Makes the scope of a moment.
    public init(time: SigningTime, region: String, service: String) {
        self.init(dateStamp: DateStamp(time), region: region, service: service)
    }

    init(dateStamp: DateStamp, region: String, service: String) {
        self.dateStamp = dateStamp
        self.region = region
        self.service = service
    }

    /// The UTC date as `20260102`.
    public var date: String { dateStamp.text }

    /// The scope as `20260102/us-east-1/bedrock/aws4_request`.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of ``text``.
    public var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.append(self)
        return writer.bytes()
    }
}

extension CredentialScope: CustomStringConvertible {
    /// The same as ``text``: a scope holds no secret.
    public var description: String { text }
}

extension ByteWriter {
    /// Writes a scope in its text form.
    mutating func append(_ scope: CredentialScope) {
        append(scope.dateStamp)
        append(UInt8(ascii: "/"))
        append(scope.region)
        append(UInt8(ascii: "/"))
        append(scope.service)
        append("/aws4_request" as StaticString)
    }
}
