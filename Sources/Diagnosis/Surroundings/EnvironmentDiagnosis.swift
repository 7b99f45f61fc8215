package import Report

/// What the environment check found, and the settings that follow.
package struct EnvironmentDiagnosis: Sendable {
    /// The cause first; a good environment gives a few passes.
    package var findings: [Finding]
    package var settings: ResolvedSettings

    /// The profile that the credentials are of; `nil` for those of the environment.
    package var profile: ProfileOutcome?
}
