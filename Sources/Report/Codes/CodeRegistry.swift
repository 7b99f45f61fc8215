import JSONText

/// The one registry of codes: every code that a finding, a cell or the mock can carry stands here with its page.
package enum CodeRegistry {
    /// The sections in the order in which `check` looks at things; each lives in a file of its own.
    package static let sections: [CodeSection] = [
        CodeSection(title: "Credentials", pages: CredentialCodes.pages + CredentialSourceCodes.pages),
        CodeSection(title: "Identity", pages: IdentityCodes.pages),
        CodeSection(title: "Region", pages: RegionCodes.pages),
        CodeSection(title: "Endpoint", pages: EndpointCodes.pages),
        CodeSection(title: "Configuration", pages: ConfigurationCodes.pages),
        CodeSection(title: "Network", pages: NetworkCodes.pages),
        CodeSection(title: "Clock", pages: ClockCodes.pages),
        CodeSection(title: "Signing", pages: SigningCodes.pages),
        CodeSection(title: "Answers of the service", pages: ServiceErrorCodes.pages),
        CodeSection(title: "Streamed answers", pages: StreamCodes.pages),
        CodeSection(title: "Causes of a wrong signature", pages: SignatureCauseCodes.pages),
        CodeSection(title: "Limits of a run", pages: RunCodes.pages),
        CodeSection(title: "Explaining", pages: ExplainCodes.pages),
    ]

    /// Every page, in the order of the sections.
    package static let all: [CodePage] = sections.flatMap(\.pages)

    /// The page of a code; `nil` when there is no such code.
    package static func page(_ code: String) -> CodePage? {
        byCode[code]
    }

    /// The page whose code is nearest to a mistyped one; `nil` when none is near.
    package static func nearest(to code: String) -> CodePage? {
        NearestName.nearest(to: code, among: all.lazy.map(\.code)).flatMap(page)
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
