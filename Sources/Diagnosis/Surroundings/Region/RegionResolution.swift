import ConverseAPI

/// Which region is used, and what the variables say.
///
/// `AWS_REGION`, then `AWS_DEFAULT_REGION`, then the profile that the run uses, then `us-east-1`; a blank value counts
/// as none. By PRX's own rule the region of its file goes before the variables.
struct RegionResolution {
    static let variables = ["AWS_REGION", "AWS_DEFAULT_REGION"]
    static let fallback = ResolvedRegion.fallbackName

    /// Where the region came from.
    enum Source: Hashable {
        case override
        /// The profile that the run uses, where no variable names a region.
        case profile
        case variable(String)
        case fallback
    }

    let source: Source

    /// The value as it is written where it came from.
    let written: String

    /// The region to work with: as written, but without quotes, white space and control characters, which no host
    /// name can hold.
    let setting: Setting

    init(_ facts: EnvironmentFacts) {
        if let override = facts.overrides.region {
            source = .override
            written = override.value
            setting = Setting(Self.usable(override.value), origin: override.origin)
            return
        }
        let resolved = ResolvedRegion(environment: facts.variables)
        let isUnset = if case .variable = resolved.origin { false } else { true }
        if let region = facts.overrides.profile?.region, isUnset || facts.overrides.speaksOfPRX {
            source = .profile
            written = region.value
            setting = Setting(Self.usable(region.value), origin: region.origin)
            return
        }
        written = resolved.name
        if case .variable(let name) = resolved.origin {
            source = .variable(name)
            setting = Setting(Self.usable(resolved.name), origin: name)
        } else {
            source = .fallback
            setting = Setting(resolved.name, origin: "default")
        }
    }

    private static func usable(_ text: String) -> String {
        let cleaned = ValueFlaw.cleaned(text).unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        return String(String.UnicodeScalarView(cleaned.prefix(128)))
    }
}
