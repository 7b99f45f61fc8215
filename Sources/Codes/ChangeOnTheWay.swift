/// What a cause of a wrong signature means where it shows between what was signed and what the server saw.
package enum ChangeOnTheWay: Sendable, Hashable {
    /// Something rewrote the request, and a client that signs what arrives is right: a host, a prefix, a header.
    case signable
    /// Something rewrote what the client cannot sign in another form: the body and what belongs to it.
    case unsignable
    /// A departure from the rules of form, which a request does not suffer on its way: the server's text is in doubt.
    case ruleOfForm
}
