/// What must hold before there is any sense in signing.
enum SigningInput {
    static func check(_ request: SignableRequest, _ parameters: SigningParameters) throws(SigningError) {
        guard !request.method.isEmpty, request.method.utf8.allSatisfy(\.isTokenCharacter) else {
            throw SigningError(.invalidMethod, "The method '\(request.method)' is no HTTP token; use GET or POST.")
        }
        if let first = request.target.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "?") {
            throw SigningError(
                .invalidTarget,
                "The target must be the path and query as in the request line, beginning with '/'; "
                    + "it begins with '\(String(UnicodeScalar(first)))'.")
        }
        for byte in request.target where byte == 0x0A || byte == 0x0D || byte == 0x23 || byte == 0 {
            let found = byte == 0x23 ? "a fragment ('#')" : "a line break or NUL"
            throw SigningError(.invalidTarget, "The target holds \(found), which is never sent; encode or remove it.")
        }
        guard request.headers.contains(where: { $0.isNamed("host") }) else {
            throw SigningError(
                .missingHost,
                "There is no 'host' header, which every service wants signed; add it as it will be sent "
                    + "(for HTTP/2 the value of ':authority').")
        }
        try check(scope: parameters.region, as: "region")
        try check(scope: parameters.service, as: "service")
        let keyID = parameters.credentials.accessKeyID
        guard !keyID.isEmpty, keyID.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2C && $0 != 0x2F }) else {
            throw SigningError(
                .invalidAccessKeyID,
                "The access key id is \(keyID.isEmpty ? "empty" : "no plain word"): "
                    + "it must be letters and digits, without white space, commas or slashes.")
        }
        if case .query(let seconds) = parameters.options.location, !(1...604_800).contains(seconds) {
            throw SigningError(
                .invalidExpiry, "A presigned request may live 1 to 604800 seconds (seven days), not \(seconds).")
        }
        if case .hash(let hash) = request.payload,
            hash.isEmpty || !hash.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        {
            throw SigningError(
                .invalidPayloadHash,
                "A payload hash given literally must be 64 hexadecimal digits or a word such as UNSIGNED-PAYLOAD.")
        }
    }

    private static func check(scope part: String, as name: String) throws(SigningError) {
        guard !part.isEmpty, part.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x2C && $0 != 0x2F && $0 != 0x7F }) else {
            throw SigningError(
                .invalidScope,
                "The \(name) '\(part)' cannot stand in a credential scope: "
                    + "it must be one word without slashes, commas or white space.")
        }
    }

    /// The payload hash that the request declares in `x-amz-content-sha256`: services expect the payload line to be the
    /// same.
    static func declaredPayloadHash(_ request: SignableRequest) -> [UInt8]? {
        request.headers.first { $0.isNamed("x-amz-content-sha256") }.map { field in
            var writer = ByteWriter(capacity: field.value.count)
            writer.append(canonicalHeaderValue: field.value)
            return writer.finish()
        }
    }

    static func invalidHeader(_ field: HeaderField) -> SigningError {
        let isName = field.name.isEmpty || !field.name.utf8.allSatisfy(\.isTokenCharacter)
        return SigningError(
            .invalidHeader,
            isName
                ? "The header name '\(field.name)' is no HTTP token: letters, digits and hyphens."
                : "The value of '\(field.name)' holds a line break or NUL, which would end the header; remove it "
                    + "(a key or token read from a file often ends with one).")
    }
}
