import Catalog
import Diagnosis

/// Collects what the environment check judges from this process and its files.
enum EnvironmentGathering {
    /// The facts of the user's own environment, with the flags that win over it.
    static func facts(_ process: ProcessFacts, _ overrides: SettingOverrides, _ catalog: ModelCatalog) async
        -> EnvironmentFacts
    {
        let environment = process.environment
        return EnvironmentFacts(
            variables: environment,
            overrides: overrides,
            profileFiles: ProfileFileReading.files(environment),
            trustFiles: TrustFileReading.files(environment),
            configuration: PRXConfigurationReading.fact(environment),
            place: process.place,
            catalog: catalog,
            now: process.now)
    }
}
