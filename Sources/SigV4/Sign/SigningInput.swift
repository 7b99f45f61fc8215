/// What must hold before there is any sense in signing.
enum SigningInput {
    static func check(_ request: SignableRequest, _ parameters: SigningParameters) throws(SigningError) {
        guard isWord(request.method, allowing: \.isTokenCharacter) else {
            throw SigningError(.invalidMethod, "The method '\(request.method)' is no HTTP token; use GET or POST.")
        }
        try check(target: request.target)
        try check(scope: parameters.region, as: "region")
        try check(scope: parameters.service, as: "service")
        let keyID = parameters.credentials.accessKeyID
        guard isWord(keyID, allowing: \.isScopeCharacter) else {
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
            !isWord(hash, allowing: \.isScopeCharacter)
        {
            throw SigningError(
                .invalidPayloadHash,
                "A payload hash given literally must be 64 hexadecimal digits or a word such as UNSIGNED-PAYLOAD.")
        }
    }

    private static func check(target: [UInt8]) throws(SigningError) {
        if let first = target.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "?") {
            throw SigningError(
                .invalidTarget,
                "The target must be the path and query as in the request line, beginning with '/'; "
                    + "it begins with '\(String(UnicodeScalar(first)))'.")
        }
        // Without a branch for each byte, so that the compiler can take many at a time.
        var isBroken: UInt8 = 0
        for byte in target { isBroken |= byte == 0x0A || byte == 0x0D || byte == 0x23 || byte == 0 ? 1 : 0 }
        guard isBroken == 0 else {
            let found = target.contains(0x23) ? "a fragment ('#')" : "a line break or NUL"
            throw SigningError(.invalidTarget, "The target holds \(found), which is never sent; encode or remove it.")
        }
    }

    private static func check(scope part: String, as name: String) throws(SigningError) {
        guard isWord(part, allowing: \.isScopeCharacter) else {
            throw SigningError(
                .invalidScope,
                "The \(name) '\(part)' cannot stand in a credential scope: "
                    + "it must be one word without slashes, commas or white space.")
        }
    }

    @inline(__always)
    private static func isWord(_ text: String, allowing isAllowed: (UInt8) -> Bool) -> Bool {
        let utf8 = text.utf8
        let bytes = utf8.span
        for index in bytes.indices where !isAllowed(bytes[index]) { return false }
        return !bytes.isEmpty
    }

    static let missingHost = SigningError(
        .missingHost,
        "There is no 'host' header, which every service wants signed; add it as it will be sent "
            + "(for HTTP/2 the value of ':authority').")

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

extension UInt8 {
    /// A character that can stand in a part of a credential: nothing that would end the part, the credential or the
    /// header.
    @inline(__always)
    fileprivate var isScopeCharacter: Bool { self > 0x20 && self != 0x2C && self != 0x2F && self != 0x7F }
}
