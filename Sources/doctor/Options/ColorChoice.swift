import ArgumentParser

/// When text output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never

    /// Whether output to a destination gets colour.
    ///
    /// `auto` means: a terminal, and neither `NO_COLOR` (https://no-color.org: set and not empty) nor `TERM=dumb`.
    func applies(toTerminal isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        }
    }
}
