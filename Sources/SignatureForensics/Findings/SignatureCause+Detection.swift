/// How a cause comes to light.
public enum CauseDetection: Sendable, Hashable {
    /// The mistake is made again, and gives the signature or the client's text: proof.
    case reproduced
    /// The request shows it as it stands.
    case read
    /// Two accounts of the request, or two requests of one exchange, have to be compared.
    case compared
    /// No bytes of the request show it: what a program can say, and why no more.
    case inferred(String)
}

extension SignatureCause {
    /// The best way in which the cause comes to light; where there are several, the one that proves most.
    public var detection: CauseDetection {
        switch self {
        case .pathDouble, .pathColon, .pathARN, .pathReserved, .pathTilde, .pathHexCase, .pathRawSign, .pathNorm,
            .pathPrefix, .pathUnicode, .pathNFC:
            .reproduced
        case .queryPlus, .querySort, .queryEmpty, .queryEncoding, .queryInPath: .reproduced
        case .headerSpace, .headerDuplicate, .headerSort, .headerHost, .headerPort, .headerAuthority,
            .headerAcceptEncoding, .headerUserAgent, .headerContentLength, .headerTransferEncoding, .headerHop,
            .headerContentType, .headerLatin1:
            .reproduced
        case .headerForwarded:
            .inferred("Proven where the value grew by an element on its way; a value exchanged for another is gone.")
        case .headerTrace: .inferred("An agent writes a new random value, and the one that was signed is gone.")
        case .headerMissing: .read
        case .headerUnsigned: .read
        case .bodyChanged, .bodyUnhashed, .bodyGzip, .bodyCharset, .bodyUnsigned, .bodyHashHeader: .reproduced
        case .timeSkew, .timeAged:
            .inferred(
                "An old signature looks the same whether the clock was wrong or the request waited: the time of sending tells."
            )
        case .timeReuse, .timeTwo: .reproduced
        case .scopeDate, .scopeRegion, .scopeService: .reproduced
        case .keyWhitespace, .keyDecoded, .keyCut: .reproduced
        case .keyWrong:
            .inferred("A signature does not tell its secret: what is left when all that was signed is right.")
        case .tokenMissing, .tokenStale, .tokenUnsigned, .bearer: .read
        case .environmentOverride:
            .inferred("The request has the key id that won, and says nothing of those that were passed over.")
        case .redirect: .compared
        case .resigned:
            .inferred(
                "The proxy's own signing is not seen: dates that occur twice beside forwarding headers speak for it.")
        case .verifier: .compared
        case .signatureMismatch: .inferred("It says that no known mistake gives the signature.")
        }
    }
}
