/// Pages, filled section by section.
enum CredentialCodes {
    static let pages: [CodePage] = []
}
