import Codes
import Converse
import ConverseAPI
import Diagnosis
import Report
import SigV4

/// The key pairs that accounts begin with: those of their variables, else that of the run.
struct TargetKeys: Sendable {
    let session: ServiceSession
    let environment: [String: String]

    /// The pair that signs for an account, or assumes its role.
    func original(of target: AccountTarget) -> Result<SigningCredentials, CredentialFault> {
        if let own = session.targetKeys[target.name] { return .success(own) }
        guard let variables = target.variables else {
            guard let keys = session.settings.credentials else {
                return .failure(
                    CredentialFault(
                        .credentialsMissing,
                        "not asked: there are no credentials \(target.role == nil ? "to sign with" : "to assume the role with")",
                        remedies: [Remedy("See what is wrong with the credentials of the run", .doctor(.env))]))
            }
            return .success(keys)
        }
        let names = [variables.accessKeyID, variables.secretAccessKey] + [variables.sessionToken].compactMap(\.self)
        let missing = names.filter { EnvironmentText.value($0, in: environment) == nil }
        guard missing.isEmpty, let keyID = EnvironmentText.value(variables.accessKeyID, in: environment),
            let secret = EnvironmentText.value(variables.secretAccessKey, in: environment)
        else {
            let states = missing.map { "\($0) is \(environment[$0] == nil ? "not set" : "blank")" }
            return .failure(
                CredentialFault(
                    .credentialsMissing, "not asked: " + states.joined(separator: " and "),
                    remedies: [Remedy("Set \(missing.joined(separator: " and ")), which the targets file names")]))
        }
        let token = variables.sessionToken.flatMap { EnvironmentText.value($0, in: environment) }
        KnownSecrets.take([secret, token].compactMap(\.self))
        return .success(SigningCredentials(accessKeyID: keyID, secretAccessKey: secret, sessionToken: token))
    }
}
