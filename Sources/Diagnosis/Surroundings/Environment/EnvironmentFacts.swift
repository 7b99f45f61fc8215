package import Catalog
import WireText

/// What the environment check judges.
///
/// The caller gathers it; nothing here reads a variable, a file or a clock.
package struct EnvironmentFacts: Sendable {
    /// The process's variables, invalid UTF-8 already replaced.
    package var variables: [String: String]

    /// Settings that do not come from the environment, such as flags and the mock's own.
    package var overrides: SettingOverrides

    /// `~/.aws/credentials` and `~/.aws/config`, or the files that stand in for them.
    package var profileFiles: [ProfileFile]

    /// The files that CA variables name.
    package var trustFiles: [TrustFile]

    /// PRX's configuration; `nil` when the command does not look at it.
    package var configuration: PRXConfigurationFact?

    /// Where this process runs.
    package var place: Place

    /// What is known of models.
    package var catalog: ModelCatalog

    /// The time by the local clock, in seconds since 1970.
    package var now: Int64

    /// Whether PRX is worth a word: its configuration is there, or `--prx` is given.
    var speaksOfPRX: Bool {
        if overrides.speaksOfPRX { return true }
        guard let configuration else { return false }
        if case .missing = configuration.state {
            return configuration.isDirectoryFromVariable || variables["OPENPRX_WORKSPACE"]?.isBlank == false
        }
        return true
    }

    /// Whose rule it is that only the environment counts, for sentences.
    var reader: String { speaksOfPRX ? ClientProgram.prx.name : "this run" }

    package init(
        variables: [String: String],
        overrides: SettingOverrides = SettingOverrides(),
        profileFiles: [ProfileFile] = [],
        trustFiles: [TrustFile] = [],
        configuration: PRXConfigurationFact? = nil,
        place: PlaceFacts = PlaceFacts(),
        catalog: ModelCatalog = .documented,
        now: Int64
    ) {
        self.variables = variables
        self.overrides = overrides
        self.profileFiles = profileFiles
        self.trustFiles = trustFiles
        self.configuration = configuration
        self.place = Place(place, variables: variables)
        self.catalog = catalog
        self.now = now
    }
}
