/// Whose a key pair is: the account that is charged and asked, and the identity in it.
struct Caller: Sendable, Hashable {
    /// The twelve digits of the account.
    let accountID: String
    let arn: String
    let userID: String

    /// Whether the pair is that of an assumed role: from it another role is assumed for an hour at most.
    let isSession: Bool
}
