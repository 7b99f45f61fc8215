/// How the target of a request goes into its canonical request.
struct CanonicalRules {
    var uriEncoding: URIEncoding
    var pathNormalization: PathNormalization
    /// Query parameters that are not part of it, by their decoded names.
    var queryParametersLeftOut: [String] = []
}

extension CanonicalRequest {
    /// Builds a canonical request from the fields of `list` that `headers` selects.
    ///
    /// `unsendable` is set to the first header field that cannot be sent as it is.
    static func build(
        method: String, target: [UInt8], headers: borrowing CanonicalHeaders, of list: FieldList,
        payload: PayloadLine, rules: CanonicalRules, unsendable: inout HeaderField?
    ) -> CanonicalRequest {
        // Suffices unless many bytes of the target are encoded; the writer grows if it must.
        var capacity = 192 + target.count * 2
        for index in 0..<list.count { capacity += list[index].name.utf8.count * 2 + list[index].value.count + 3 }
        let bytes = ByteWriter.array(capacity: capacity) { writer in
            writer.append(method)
            writer.append(UInt8(ascii: "\n"))
            let parts = RequestTarget(target.span)
            writer.append(
                canonicalPath: target, in: parts.path, encoding: rules.uriEncoding,
                normalization: rules.pathNormalization)
            writer.append(UInt8(ascii: "\n"))
            if !parts.query.isEmpty {
                CanonicalQuery(target, in: parts.query, excluding: rules.queryParametersLeftOut).append(to: &writer)
            }
            writer.append(UInt8(ascii: "\n"))
            unsendable = headers.appendLines(of: list, to: &writer)
            writer.append(UInt8(ascii: "\n"))
            headers.appendNames(of: list, to: &writer)
            writer.append(UInt8(ascii: "\n"))
            switch payload {
            case .hash(let digest): writer.append(hexOf: digest)
            case .literal(let bytes): writer.append(bytes)
            }
        }
        return CanonicalRequest(bytes: bytes)
    }

    /// Makes the canonical request of a request as it stands on the wire.
    ///
    /// - Parameters:
    ///   - request: the request. Nothing is added to it.
    ///   - signedHeaders: the names of the headers to take, in any case and order.
    ///   - uriEncoding: how often the path is encoded.
    ///   - pathNormalization: whether the path is normalised.
    ///   - queryParametersLeftOut: decoded names of query parameters that are not part of it.
    public init(
        of request: SignableRequest, signedHeaders: HeaderNames, uriEncoding: URIEncoding = .double,
        pathNormalization: PathNormalization = .on,
        queryParametersLeftOut: [String] = ["X-Amz-Signature"]
    ) {
        var unsendable: HeaderField?
        let list = FieldList(request.headers)
        self = Self.build(
            method: request.method, target: request.target,
            headers: CanonicalHeaders(list, only: signedHeaders), of: list,
            payload: PayloadLine(request.payload),
            rules: CanonicalRules(
                uriEncoding: uriEncoding, pathNormalization: pathNormalization,
                queryParametersLeftOut: queryParametersLeftOut),
            unsendable: &unsendable)
    }
}
