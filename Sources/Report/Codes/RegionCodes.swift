/// Pages, filled section by section.
enum RegionCodes {
    static let pages: [CodePage] = []
}
