package import Report
import SignatureForensics

extension CodePage {
    /// The page with what only the examination of signatures knows: how far its cause can be proven, and what to type.
    ///
    /// Pages of other codes are as they stand in the registry.
    package var whole: CodePage {
        guard let cause = SignatureCause(rawValue: code), cause != .signatureMismatch else { return self }
        var mend = mend
        if let command = SignatureCommand.next(for: cause)?.command(in: .bare), !mend.contains(command) {
            mend +=
                command == "doctor sign"
                ? " `doctor sign` prints every stage of a right signature, to compare with."
                : " Next: `\(command)`."
        }
        return CodePage(
            code: code, title: title, meaning: meaning, looksLike: looksLike, why: why, mend: mend,
            detection: detection + " " + Self.proof(cause.detection), source: source)
    }

    private static func proof(_ detection: CauseDetection) -> String {
        switch detection {
        case .reproduced:
            """
            With the secret at hand, the mistake is made again until the client's own signature comes out: `proven`. \
            Without it, the texts that were signed and expected are compared.
            """
        case .read: "The request alone shows it: `certain`."
        case .compared: "One account does not show it: the request, the client's texts and the server's are compared."
        case .inferred(let reason): "How far it can be proven: " + reason
        }
    }
}
