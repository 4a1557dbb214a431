// The least that a Qt program can be: what the program's start is measured against.
#include "firstframe.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1100, 720);
    latchkey::app::afterFirstFrame(window, latchkey::app::reportFirstFrame);
    window.show();
    return QApplication::exec();
}
