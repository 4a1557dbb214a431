// The least that a Qt program can be: what the program's start is measured against. As large as the
// program's window is at first.
#include "firstframe.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1160, 760);
    latchkey::app::afterFirstFrame(window, latchkey::app::reportFirstFrame);
    window.show();
    return QApplication::exec();
}
