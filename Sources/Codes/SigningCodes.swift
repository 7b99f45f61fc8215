/// The page about signing a request here, without sending it.
extension FindingCode {
    package static let requestSigned = FindingCode(
        "request-signed", in: .signing,
        title: "A request was signed",
        meaning: "`doctor sign` signed a request and shows every stage of it. Nothing was sent.",
        looksLike: "The canonical request, the string to sign, the scope, the signature, and a curl command.",
        why: "You asked for it: to compare a signer of your own stage by stage, or to send a request by hand.",
        fix:
            "Nothing. To compare, look for the first stage that differs: canonical request, string to sign, signature. "
            + "The curl command is good for five minutes.",
        detection: "The signature comes from the credentials of the environment, or of the mock with --mock.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html")

    static let signingCodes: [FindingCode] = [
        requestSigned
    ]
}
