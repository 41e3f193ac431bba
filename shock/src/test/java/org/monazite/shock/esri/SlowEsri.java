package org.monazite.shock.esri;

import java.util.Arrays;

/// The index as it is written down: levels, whole matrices, every firm in every sweep.
final class SlowEsri {

    private final SalesNetwork network;
    private final double[][] sales;
    private final double[][] types;
    private final double[] sold;
    private final int firms;
    private final double[] down;
    private final double[] up;
    int sweeps;

    SlowEsri(SalesNetwork network) {
        this.network = network;
        firms = network.firms();
        sales = new double[firms][firms];
        types = new double[firms][firms];
        sold = new double[firms];
        for (int link = 0; link < network.links(); link++) {
            sales[network.supplier(link)][network.client(link)] += network.amount(link);
            types[network.supplier(link)][network.client(link)] = network.type[link].ordinal();
            sold[network.supplier(link)] += network.amount(link);
        }
        down = new double[firms];
        up = new double[firms];
    }

    double esri(double[] psi, double eps) {
        Arrays.fill(down, 1);
        Arrays.fill(up, 1);
        sweeps = 0;
        double change = 1;
        while (change > eps) {
            change = sweep(psi);
            sweeps++;
        }
        double lost = 0;
        double all = 0;
        for (int i = 0; i < firms; i++) {
            lost += sold[i] * (1 - Math.min(down[i], up[i]));
            all += sold[i];
        }
        return lost / all;
    }

    private double sweep(double[] psi) {
        double[] nextDown = new double[firms];
        double[] nextUp = new double[firms];
        double change = 0;
        for (int i = 0; i < firms; i++) {
            nextDown[i] = Math.min(downTo(i), psi[i]);
            double sum = sold[i] == 0 ? 1 : 0;
            for (int j = 0; j < firms && sold[i] > 0; j++) {
                sum += sales[i][j] / sold[i] * up[j];
            }
            nextUp[i] = Math.min(sum, psi[i]);
            change = Math.max(change, Math.max(Math.abs(nextDown[i] - down[i]), Math.abs(nextUp[i] - up[i])));
        }
        System.arraycopy(nextDown, 0, down, 0, firms);
        System.arraycopy(nextUp, 0, up, 0, firms);
        return change;
    }

    private double share(int j) {
        double volume = 0;
        for (int l = 0; l < firms; l++) {
            volume += network.sectorOf[l] == network.sectorOf[j] ? sold[l] * down[l] : 0;
        }
        return sold[j] == 0 ? 0 : Math.min(1, sold[j] / volume);
    }

    private double downTo(int i) {
        double inputs = 0;
        double nonEssential = 0;
        double[] bySector = new double[network.sectors()];
        double[] essential = new double[network.sectors()];
        for (int j = 0; j < firms; j++) {
            inputs += sales[j][i];
            bySector[network.sectorOf[j]] += sales[j][i];
        }
        for (int j = 0; j < firms; j++) {
            if (sales[j][i] > 0) {
                double felt = share(j) * (1 - down[j]);
                int k = network.sectorOf[j];
                essential[k] += types[j][i] == 2 ? sales[j][i] / bySector[k] * felt : 0;
                nonEssential += types[j][i] == 1 ? sales[j][i] / inputs * felt : 0;
            }
        }
        double worst = 0;
        for (double each : essential) {
            worst = Math.max(worst, each);
        }
        return Math.min(1 - worst, 1 - nonEssential);
    }
}
