/// Pages, filled section by section.
enum SignatureCauseCodes {
    static let pages: [CodePage] = []
}
