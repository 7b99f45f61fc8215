/// Every code there is, by family: what `doctor explain --list` shows and `doctor explain CODE` looks up.
package enum CodeRegistry {
    /// All codes, in the order of their groups.
    package static let all: [FindingCode] = {
        let families: [[FindingCode]] = [
            FindingCode.credentialCodes, FindingCode.credentialSourceCodes, FindingCode.identityCodes,
            FindingCode.regionCodes, FindingCode.endpointCodes, FindingCode.configurationCodes,
            FindingCode.networkCodes, FindingCode.clockCodes, FindingCode.signingCodes,
            FindingCode.requestCodes,
            FindingCode.serviceClient, FindingCode.serviceCredentials, FindingCode.servicePolicies,
            FindingCode.serviceAccount, FindingCode.serviceModels, FindingCode.serviceBusy,
            FindingCode.serviceValidation, FindingCode.streamCodes,
            FindingCode.signaturePath, FindingCode.signatureQuery, FindingCode.signatureHeaders,
            FindingCode.signatureBody, FindingCode.signatureTime, FindingCode.signatureKeys,
            FindingCode.signatureForm, FindingCode.signatureTransport, FindingCode.runCodes, FindingCode.explainCodes,
            FindingCode.mockCodes,
        ]
        return families.flatMap(\.self)
    }()

    /// The causes of a wrong signature, in the order of the canonical request.
    package static let signatureCauses = all.filter { $0.group == .signature }

    /// The codes of a group.
    package static func codes(in group: CodeGroup) -> [FindingCode] { all.filter { $0.group == group } }

    /// The code that is spelt so; `nil` when there is none.
    package static func code(spelled spelling: String) -> FindingCode? { bySpelling[spelling] }

    private static let bySpelling = Dictionary(
        all.map { ($0.spelling, $0) }, uniquingKeysWith: { first, _ in first })
}
