import WireText

/// What must hold before there is any sense in signing.
enum SigningInput {
    static func check(_ request: SignableRequest, _ parameters: SigningParameters) throws(SigningError) {
        guard isToken(request.method) else {
            throw SigningError(.invalidMethod, "The method '\(request.method)' is not an HTTP token; use GET or POST.")
        }
        try check(target: request.target)
        let keyID = parameters.credentials.accessKeyID
        guard parameters.credentials.hasUsableKeyID else {
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
            !SigningCredentials.isScopePart(hash)
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
        // Spaces and UTF-8 are let through: AWS's suite has them. Everything below '$' is worth a look.
        guard target.span.smallest < 0x24 else { return }
        for byte in target where byte == 0x0A || byte == 0x0D || byte == 0 || byte == 0x23 {
            let found = byte == 0x23 ? "a fragment ('#')" : "a line break or NUL"
            throw SigningError(
                .invalidTarget, "The target holds \(found), which is never sent; encode or remove it.")
        }
    }

    static func check(_ scope: CredentialScope) throws(SigningError) {
        try check(scope: scope.region, as: "region")
        try check(scope: scope.service, as: "service")
    }

    private static func check(scope part: String, as name: String) throws(SigningError) {
        guard SigningCredentials.isScopePart(part) else {
            throw SigningError(
                .invalidScope,
                "The \(name) '\(part)' cannot stand in a credential scope: "
                    + "it must be one word without slashes, commas or white space.")
        }
    }

    private static func isToken(_ text: String) -> Bool {
        let utf8 = text.utf8
        let bytes = utf8.span
        for index in bytes.indices where !bytes[index].isTokenCharacter { return false }
        return !bytes.isEmpty
    }

    static let missingHost = SigningError(
        .missingHost,
        "There is no 'host' header, which every service wants signed; add it as it will be sent "
            + "(for HTTP/2 the value of ':authority').")

    static func invalidHeader(_ field: HeaderField) -> SigningError {
        let isName = !isToken(field.name)
        return SigningError(
            .invalidHeader,
            isName
                ? "The header name '\(field.name)' is not an HTTP token: letters, digits and hyphens."
                : "The value of '\(field.name)' holds a line break or NUL, which would end the header; remove it "
                    + "(a key or token read from a file often ends with one).")
    }
}
