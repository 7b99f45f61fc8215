/// What the reporter has done about the failure already, so that nobody need be told to do it.
package struct Attempt: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A variable that was set, by its name.
        case variable(String)
        /// A single sign-on, or another login that gives new credentials.
        case login
        /// Such a login, which helps for some time.
        case briefLogin
        /// The canonical request or the string to sign, which is the service's own, letter by letter.
        case comparedStrings
        /// Keys that were made anew.
        case newKeys
        /// Keys that were compared, letter by letter.
        case checkedKeys
        /// The clock that was set or compared.
        case clock
        /// An update to the newest version.
        case update
        /// An earlier version that was taken.
        case downgrade
        case restart
        /// A policy that allows it.
        case policy
        /// Access to models that the account was given.
        case modelAccess
        case region
        /// A certificate that was added to the trusted ones.
        case certificate
    }

    package let kind: Kind

    /// The reporter's words.
    package let evidence: String

    /// The line in which they stand.
    package let line: Int
}
