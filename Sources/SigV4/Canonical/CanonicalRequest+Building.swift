/// What makes up a canonical request besides its header fields.
struct CanonicalRequestPlan {
    let method: String
    let target: [UInt8]
    let payload: PayloadLine
    let uriEncoding: URIEncoding
    let pathNormalization: PathNormalization
    /// Query parameters that are not part of it, by their decoded names.
    var queryParametersLeftOut: [String] = []

    /// A capacity that suffices unless many bytes of the path are encoded; the writer grows if it must.
    func capacity(headers: [HeaderField]) -> Int {
        headers.reduce(into: 192 + target.count * 2) { $0 += $1.name.utf8.count * 2 + $1.value.count + 3 }
    }
}

extension ByteWriter {
    /// Writes a canonical request.
    ///
    /// Returns the first header field that cannot be sent as it is.
    mutating func append(
        _ plan: borrowing CanonicalRequestPlan, signing headers: CanonicalHeaders, of fields: [HeaderField]
    ) -> HeaderField? {
        append(plan.method)
        append(UInt8(ascii: "\n"))
        let parts = RequestTarget(plan.target)
        append(
            canonicalPath: plan.target, in: parts.path, encoding: plan.uriEncoding,
            normalization: plan.pathNormalization)
        append(UInt8(ascii: "\n"))
        if !parts.query.isEmpty {
            CanonicalQuery(plan.target, in: parts.query, excluding: plan.queryParametersLeftOut).append(to: &self)
        }
        append(UInt8(ascii: "\n"))
        let unsendable = headers.appendLines(of: fields, to: &self)
        append(UInt8(ascii: "\n"))
        headers.appendNames(of: fields, to: &self)
        append(UInt8(ascii: "\n"))
        switch plan.payload {
        case .hash(let digest): append(hexOf: digest)
        case .literal(let bytes): append(bytes)
        }
        return unsendable
    }
}

extension CanonicalRequest {
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
        let plan = CanonicalRequestPlan(
            method: request.method, target: request.target, payload: PayloadLine(request.payload),
            uriEncoding: uriEncoding, pathNormalization: pathNormalization,
            queryParametersLeftOut: queryParametersLeftOut)
        var writer = ByteWriter(capacity: plan.capacity(headers: request.headers))
        _ = writer.append(
            plan, signing: CanonicalHeaders(request.headers, only: signedHeaders), of: request.headers)
        self.init(bytes: writer.bytes())
    }
}
