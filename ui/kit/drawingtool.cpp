// Draws each SVG once, while the program is built, and keeps what the painter was asked to do:
// whoever shows it reads no SVG, and waits for no library that can.
//   drawingtool DRAWING.svg... FOLDER
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QPicture>
#include <QSvgRenderer>

#include <cstdio>
#include <span>

using namespace Qt::StringLiterals;

namespace {

const QRectF ground(0, 0, 24, 24); ///< whoever plays them knows no other

bool keep(const QString &drawing, const QString &folder)
{
    QFile file(drawing);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // SVG Tiny knows the word, but warns of it.
    QSvgRenderer renderer(file.readAll().replace("currentColor", "#000000"));
    if (!renderer.isValid() || renderer.viewBoxF() != ground)
        return false;
    QPicture picture;
    QPainter painter(&picture);
    renderer.render(&painter, ground);
    painter.end();
    return picture.save(folder + u'/' + QFileInfo(drawing).completeBaseName() + u".picture"_s);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("drawingtool DRAWING.svg... FOLDER\n", stderr);
        return 2;
    }
    const std::span<char *const> drawings(argv + 1, std::size_t(argc) - 2);
    const QString folder = QFile::decodeName(argv[argc - 1]);
    for (const char *drawing : drawings) {
        if (!keep(QFile::decodeName(drawing), folder)) {
            std::fprintf(stderr, "drawingtool: %s can't be drawn\n", drawing);
            return 1;
        }
    }
    return 0;
}
