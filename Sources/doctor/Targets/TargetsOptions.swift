import ArgumentParser
import Diagnosis

/// The accounts to ask, where there are several.
struct TargetsOptions: ParsableArguments {
    @Option(
        name: .customLong("targets"),
        help: ArgumentHelp(
            """
            Ask the accounts of this file, a JSON object on each line: name; roleArn with externalId, sessionName and \
            durationSeconds, or accessKeyIdVariable, secretAccessKeyVariable and sessionTokenVariable, which name variables \
            of the environment; regions and models. Roles are assumed with the credentials of the run.
            """, valueName: "file"), completion: .file())
    var file: String?

    func validate() throws {
        if file?.isEmpty == true { throw ValidationError("--targets takes a file, found an empty name.") }
    }

    /// Refuses what accounts with credentials of their own cannot be asked with.
    func check(_ service: ServiceOptions) throws {
        if file != nil, service.auth == .bearer {
            throw ValidationError(
                "--auth bearer sends the one API key of the run: with --targets each account signs with keys of its own."
            )
        }
    }

    /// The accounts; `nil` without the option.
    func read() throws(InputProblem) -> AccountTargets? {
        guard let file else { return nil }
        return try AccountTargets.read(file)
    }
}
