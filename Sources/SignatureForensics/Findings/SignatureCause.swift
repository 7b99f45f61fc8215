/// A cause of a wrong signature.
///
/// The raw values are the codes that findings carry: kebab-case and stable.
public enum SignatureCause: String, Sendable, Hashable, CaseIterable {
    // The path.
    case pathDouble = "path-double"
    case pathColon = "path-colon"
    case pathARN = "path-arn"
    case pathReserved = "path-reserved"
    case pathTilde = "path-tilde"
    case pathHexCase = "path-hexcase"
    case pathRawSign = "path-rawsign"
    case pathNorm = "path-norm"
    case pathPrefix = "path-prefix"
    case pathUnicode = "path-unicode"
    case pathNFC = "path-nfc"

    // The query.
    case queryPlus = "qry-plus"
    case querySort = "qry-sort"
    case queryEmpty = "qry-empty"
    case queryEncoding = "qry-enc"
    case queryInPath = "qry-inpath"

    // The headers.
    case headerSpace = "hdr-space"
    case headerDuplicate = "hdr-dup"
    case headerSort = "hdr-sort"
    case headerHost = "hdr-host"
    case headerPort = "hdr-port"
    case headerAuthority = "hdr-h2auth"
    case headerAcceptEncoding = "hdr-acceptenc"
    case headerForwarded = "hdr-forward"
    case headerTrace = "hdr-trace"
    case headerUserAgent = "hdr-ua"
    case headerContentLength = "hdr-clen"
    case headerTransferEncoding = "hdr-te"
    case headerHop = "hdr-hop"
    case headerContentType = "hdr-ctype"
    case headerUnsigned = "hdr-unsigned"
    case headerMissing = "hdr-missing"
    case headerLatin1 = "hdr-latin1"

    // The body.
    case bodyChanged = "body-changed"
    case bodyUnhashed = "body-unhashed"
    case bodyGzip = "body-gzip"
    case bodyCharset = "body-charset"
    case bodyUnsigned = "body-unsigned"
    case bodyHashHeader = "body-shahdr"

    // Time and scope.
    case timeSkew = "time-skew"
    case timeAged = "time-aged"
    case timeReuse = "time-reuse"
    case timeTwo = "time-two"
    case scopeDate = "scope-date"
    case scopeRegion = "scope-region"
    case scopeService = "scope-service"

    // Keys and tokens.
    case keyWhitespace = "key-crlf"
    case keyDecoded = "key-decoded"
    case keyCut = "key-envcut"
    case keyWrong = "key-wrong"
    case tokenMissing = "tok-missing"
    case tokenStale = "tok-stale"
    case tokenUnsigned = "tok-unsigned"
    case environmentOverride = "env-override"
    case bearer = "auth-bearer"

    // Transport.
    case redirect = "net-redirect"
    case resigned = "net-resign"
    case verifier = "srv-verifier"

    /// Nothing is known but that the signature is not the right one.
    case signatureMismatch = "signature-mismatch"

    /// The code.
    public var code: String { rawValue }
}
