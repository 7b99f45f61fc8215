import MockBedrock
import SigV4

/// The accounts of a targets file as the embedded mock plays them, so that the file can be tried without any account.
///
/// Each role is one of an account with its number, which answers like the demonstration and trusts the external id of the
/// file only. An account with variables, which the mock does not look at, gets a key pair that is made for this run.
struct SimulatedTargets {
    private(set) var accounts: [SimulatedAccount] = []
    private(set) var credentials: [MockCredential] = []
    private(set) var keys: [String: SigningCredentials] = [:]

    init(_ targets: AccountTargets?) {
        for target in targets?.list ?? [] {
            if let role = target.role { add(role) }
            if target.variables != nil {
                let pair = ServedCredential.generated()
                credentials.append(pair.mock)
                keys[target.name] = SigningCredentials(
                    accessKeyID: pair.accessKeyID, secretAccessKey: pair.secretAccessKey)
            }
        }
    }

    private mutating func add(_ role: AccountTarget.Role) {
        let parts = role.arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6 else { return }
        let (number, name) = (parts[4], String(parts[5].dropFirst("role/".count)))
        let simulated = SimulatedRole(
            name: name, trust: .init(externalID: role.externalID), longestSession: max(role.seconds, 3600))
        if let index = accounts.firstIndex(where: { $0.accountID == number }) {
            if !accounts[index].roles.contains(where: { $0.name == name }) { accounts[index].roles.append(simulated) }
            return
        }
        var account = SimulatedAccount.demonstration
        account.accountID = number
        account.principalARN = "arn:aws:sts::\(number):assumed-role/\(simulated.name)/\(role.sessionName)"
        account.roles = [simulated]
        accounts.append(account)
    }
}
