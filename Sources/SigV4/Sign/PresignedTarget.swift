/// A request target with the parameters of the query form, before and after the signature.
struct PresignedTarget {
    /// The target with every parameter that is signed.
    let bytes: [UInt8]
    private let token: Secret?

    /// Appends the parameters to a target, in the order in which AWS's own signers write them.
    ///
    /// Parameters of an earlier signature are removed.
    init(
        _ target: [UInt8], _ parameters: SigningParameters, signing headers: CanonicalHeaders, expiresSeconds: Int
    ) {
        typealias Name = CanonicalQuery.Parameter
        let parts = RequestTarget(target)
        var writer = ByteWriter(capacity: target.count + 384)
        writer.append(target, in: parts.path)
        if parts.path.isEmpty { writer.append(UInt8(ascii: "/")) }
        var separator = UInt8(ascii: "?")
        for pair in QueryPair.all(in: target, parts.query) where !Self.isReplaced(target, pair) {
            writer.append(separator)
            writer.append(target, in: pair.whole)
            separator = UInt8(ascii: "&")
        }
        func append(_ name: String, _ value: some Sequence<UInt8>) {
            writer.append(separator)
            separator = UInt8(ascii: "&")
            writer.append(name)
            writer.append(UInt8(ascii: "="))
            writer.append(percentEncoded: value)
        }
        let scope = CredentialScope(time: parameters.time, region: parameters.region, service: parameters.service)
        var names = ByteWriter(capacity: 64)
        headers.appendNames(to: &names)
        append(Name.algorithm, StringToSign.algorithm.utf8)
        append(Name.credential, "\(parameters.credentials.accessKeyID)/\(scope.text)".utf8)
        append(Name.date, parameters.time.amzDateBytes)
        append(Name.signedHeaders, names.finish())
        append(Name.expires, "\(expiresSeconds)".utf8)
        token = parameters.credentials.sessionToken
        if let token, parameters.options.sessionToken == .signed {
            append(Name.securityToken, token.exposedBytes)
        }
        bytes = writer.finish()
    }

    /// The target to send.
    func signed(_ signature: Signature, tokenAfter: Bool) -> [UInt8] {
        var writer = ByteWriter(capacity: bytes.count + 512)
        writer.append(bytes)
        writer.append("&\(CanonicalQuery.Parameter.signature)=")
        writer.append(hexOf: signature.digest)
        if tokenAfter, let token {
            writer.append("&\(CanonicalQuery.Parameter.securityToken)=")
            writer.append(percentEncoded: token.exposedBytes)
        }
        return writer.finish()
    }

    private static func isReplaced(_ target: [UInt8], _ pair: QueryPair) -> Bool {
        typealias Name = CanonicalQuery.Parameter
        let name = PercentDecoding.decode(target, in: pair.name)
        return [
            Name.algorithm, Name.credential, Name.date, Name.expires, Name.signedHeaders, Name.securityToken,
            Name.signature,
        ].contains { $0.utf8.elementsEqual(name) }
    }
}
