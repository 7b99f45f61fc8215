import WireText

/// A request target with the parameters of the query form, before and after the signature.
struct PresignedTarget {
    /// The target with every parameter that is signed.
    let bytes: [UInt8]
    private let token: Secret?

    /// Appends the parameters to a target, in the order in which AWS's own signers write them.
    ///
    /// Parameters of an earlier signature are removed.
    init(
        _ target: [UInt8], _ parameters: SigningParameters, signing fields: FieldsToSign, expiresSeconds: Int
    ) {
        typealias Name = CanonicalQuery.Parameter
        let parts = TargetRanges(target.span)
        var writer = ByteWriter(capacity: target.count + 384)
        writer.append(target, in: parts.path)
        if parts.path.isEmpty { writer.append(UInt8(ascii: "/")) }
        var separator = UInt8(ascii: "?")
        for pair in QueryPair.all(in: target, parts.query) where !Self.isReplaced(target, pair) {
            writer.append(separator)
            writer.append(target, in: pair.whole)
            separator = UInt8(ascii: "&")
        }
        let scope = CredentialScope(time: parameters.time, region: parameters.region, service: parameters.service)
        var names = ByteWriter(capacity: 64)
        fields.signed.appendNames(of: fields.list, to: &names)
        writer.append(parameter: Name.algorithm, after: &separator, StringToSign.algorithm.utf8)
        writer.append(
            parameter: Name.credential, after: &separator, "\(parameters.credentials.accessKeyID)/\(scope.text)".utf8)
        writer.append(parameter: Name.date, after: &separator, parameters.time.amzDateBytes)
        writer.append(parameter: Name.signedHeaders, after: &separator, names.bytes())
        writer.append(parameter: Name.expires, after: &separator, "\(expiresSeconds)".utf8)
        token = parameters.credentials.sessionToken
        if let token, parameters.options.sessionToken == .signed {
            writer.append(parameter: Name.securityToken, after: &separator, token.exposedBytes)
        }
        bytes = writer.bytes()
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
        return writer.bytes()
    }

    private static func isReplaced(_ target: [UInt8], _ pair: QueryPair) -> Bool {
        typealias Name = CanonicalQuery.Parameter
        let name = PercentCoding.decode(target[pair.name].span)
        return [
            Name.algorithm, Name.credential, Name.date, Name.expires, Name.signedHeaders, Name.securityToken,
            Name.signature,
        ].contains { $0.utf8.elementsEqual(name) }
    }
}

extension ByteWriter {
    /// Writes a separator, a name and an encoded value.
    fileprivate mutating func append(
        parameter name: String, after separator: inout UInt8, _ value: some Sequence<UInt8>
    ) {
        append(separator)
        separator = UInt8(ascii: "&")
        append(name)
        append(UInt8(ascii: "="))
        append(percentEncoded: value)
    }
}
